import type { ActionStatus, Row } from "../../../api/types.ts";
import type { IconName } from "../../../../build/icons.ts";
import { Banner } from "../../../components/Banner.tsx";
import { Icon } from "../../../components/Icon.tsx";
import { EnvoiStateLine } from "../../../components/StateLine.tsx";
import { capital, nearDay } from "../../../i18n/civil.ts";
import { civilDay } from "../../../i18n/dates.ts";
import { t } from "../../../i18n/t.ts";
import { today } from "../../../store/followup/days.ts";
import { timeZone } from "../../../store/followup/timeZone.ts";
import { isToResume } from "../../../store/followup/week.ts";
import { me } from "../../../store/session.ts";
import { hoursCount } from "../mine.ts";
import { nameOfFamily } from "../../shared/action/families.ts";
import { sendingOf } from "../../shared/action/sending.ts";
import { authorWords, worthOf } from "../../shared/action/words.ts";
import { firstNameOf } from "../../shared/names.ts";

const CHIPS: Record<ActionStatus, { icon: IconName; tone: string }> = {
  not_started: { icon: "circle-dashed", tone: "chip-brand" },
  in_progress: { icon: "hourglass", tone: "chip-info" },
  done: { icon: "check", tone: "chip-good" },
  cancelled: { icon: "x", tone: "" },
};

/** State, title, day, family, who asked, and the words of who wrote it. */
export function Facts({ row }: { row: Row<"action"> }) {
  const { title, description, status, qualification } = row.d;
  const chip = CHIPS[status];
  const sending = sendingOf(row.id);
  return (
    <>
      <div class="stack-tight">
        <div class="line-wrap">
          <span class={`chip ${chip.tone}`}>
            <Icon name={chip.icon} />
            {t(`action.status.${status}`)}
          </span>
          {sending && <EnvoiStateLine state={sending} />}
        </div>
        <h2 class="screen-title">{title}</h2>
      </div>
      {qualification && <Validated {...qualification} />}
      <List row={row} />
      {description && <p class="card words">{description}</p>}
    </>
  );
}

function Validated({ hours, name, comment }: { hours: number; name: string; comment: string | null }) {
  const words = { count: hours, name: firstNameOf(name) };
  return (
    <Banner tone="good" title={hoursCount() ? t("action.validated", words) : t("action.validated.no_hours", { name: words.name })}>
      {comment}
    </Banner>
  );
}

function List({ row }: { row: Row<"action"> }) {
  const { creator, created, category } = row.d;
  const around = { counts: hoursCount(), family: nameOfFamily(category) };
  return (
    <ul class="facts">
      <li>
        <Icon name="calendar-days" />
        <b>{dayWords(row)}</b>
      </li>
      <li>
        <Icon name="clock" />
        <span>{worthOf(row.d, around)}</span>
      </li>
      <li>
        <Icon name="pen-line" />
        <span>{authorWords(creator, nearDay(civilDay(created), today(timeZone())), me.value?.id)}</span>
      </li>
    </ul>
  );
}

/** « Fait hier », « Jeudi 26 novembre », or the question asked of what was planned before today. */
function dayWords(row: Row<"action">): string {
  const now = today(timeZone());
  const { status, done_on, due } = row.d;
  if (status === "done") return t("action.done_on", { day: nearDay(done_on ?? due, now) });
  const day = nearDay(due, now);
  return isToResume(row, now) ? t("action.was_due", { day }) : capital(day);
}
