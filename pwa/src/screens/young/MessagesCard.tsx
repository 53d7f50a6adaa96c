import { Empty } from "../../components/Empty.tsx";
import { Icon } from "../../components/Icon.tsx";
import { shortDay } from "../../i18n/dates.ts";
import { t } from "../../i18n/t.ts";
import { type Envoi, envois } from "../../store/envois.ts";
import type { DossierSummary } from "../../store/summaries.ts";
import { myAdvisors, mySummary } from "./mine.ts";
import { firstNameOf } from "../shared/names.ts";

type Last = NonNullable<DossierSummary["last"]>;

/** The thread in one line: what waits to leave, what is new, or the last words exchanged. */
export function MessagesCard() {
  const last = mySummary()?.last;
  const advisor = myAdvisors()[0];
  if (!last) return advisor ? <Hello name={advisor.first_name} /> : null;
  const line = headline(last, mySummary()?.unread ?? 0);
  return (
    <a class="card row" href="/messages">
      <span class="glyph">
        <Icon name="message-circle" />
      </span>
      <span class="row-body">
        <span class="row-title spread">
          {line.title}
          {line.when && <span class="meta numbers">{line.when}</span>}
        </span>
        <span class="meta one-line" dir="auto">{line.text}</span>
      </span>
      {line.waiting ? <Icon name="clock" /> : <Right unread={line.unread} />}
    </a>
  );
}

function headline(last: Last, unread: number) {
  const count = (wanted: Envoi["state"]) => envois.value.filter(({ state, type }) => state === wanted && type === "message.send").length;
  const refused = count("refused");
  if (refused > 0) {
    return { title: t("home.messages.refused", { count: refused }), text: t("home.messages.refused.text", { count: refused }), when: "", waiting: false, unread };
  }
  const waiting = count("kept");
  if (waiting > 0) {
    return { title: t("home.messages.waiting", { count: waiting }), text: t("home.messages.leave_alone", { count: waiting }), when: "", waiting: true, unread };
  }
  const name = firstNameOf(last.name);
  const isNew = unread > 0;
  const title = isNew ? t("home.messages.unread", { count: unread, name }) : t("home.messages.title");
  return { title, text: excerpt(last, isNew ? null : name), when: isNew ? "" : shortDay(last.at), waiting: false, unread };
}

/** The last words, said to be whose unless `name` is null because the title says it. */
function excerpt(last: Last, name: string | null): string {
  if (last.deleted || last.text === null) return t("home.messages.deleted");
  if (last.mine) return t("home.messages.mine", { text: last.text });
  return name === null ? last.text : t("home.messages.theirs", { name, text: last.text });
}

function Right({ unread }: { unread: number }) {
  if (unread === 0) return <Icon name="chevron-right" />;
  return (
    <span class="count" aria-hidden="true">
      {unread > 99 ? "99+" : unread}
    </span>
  );
}

function Hello({ name }: { name: string }) {
  return (
    <section class="card">
      <Empty planks={1} title={t("home.messages.empty.title", { name })} text={t("home.messages.empty.text")}>
        <a class="button button-primary button-large" href="/messages">
          <Icon name="message-circle" />
          {t("home.advisor.write", { name })}
        </a>
      </Empty>
    </section>
  );
}
