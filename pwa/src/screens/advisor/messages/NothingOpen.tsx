import { Empty } from "../../../components/Empty.tsx";
import { t } from "../../../i18n/t.ts";
import { summaries } from "../../../store/summaries.ts";
import { nameOf, waitingCount } from "../people/caseload.ts";
import { sorted, USUAL_SORT } from "../people/order.ts";

/** No conversation is opened unasked: opening one tells the young person that it was read. */
export function NothingOpen() {
  if (summaries.value.length === 0) return <Empty planks={0} title={t("messages.here")} />;
  const longest = sorted(summaries.value, USUAL_SORT)[0];
  if (!longest || longest.waitingSince === null) {
    return <Empty planks={15} title={t("messages.nobody_waits")} text={t("messages.choose")} />;
  }
  const title = t("messages.waiting", { count: waitingCount.value });
  return (
    <Empty icon="message-circle" title={title} text={t("messages.choose")}>
      <a class="button button-primary" href={`/messages/${longest.youngPersonId}`}>
        {t("messages.answer_longest", { name: nameOf(longest) })}
      </a>
    </Empty>
  );
}
