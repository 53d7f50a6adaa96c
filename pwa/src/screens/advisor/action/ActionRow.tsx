import type { Row } from "../../../api/types.ts";
import { Icon } from "../../../components/Icon.tsx";
import { EnvoiStateLine } from "../../../components/StateLine.tsx";
import { capital, nearDay } from "../../../i18n/civil.ts";
import { t } from "../../../i18n/t.ts";
import { today } from "../../../store/followup/days.ts";
import { commentsOf, timeZone } from "../../../store/followup/dossier.ts";
import { isToResume } from "../../../store/followup/week.ts";
import type { DossierSummary } from "../../../store/summaries.ts";
import { familyOf, nameOfFamily } from "../../shared/action/families.ts";
import { isWaiting } from "../../shared/action/sending.ts";
import { actionHref } from "../person/places.ts";
import { isToValidate } from "./sections.ts";
import { ValidateButton } from "./ValidateButton.tsx";

/** One action of a list: its name opens it, its hours are validated from here. */
export function ActionRow({ person, row }: { person: DossierSummary; row: Row<"action"> }) {
  const { icon, tint } = familyOf(row.d.category);
  const comments = commentsOf(row.id).length;
  const meta = [dayWords(row), nameOfFamily(row.d.category), comments > 0 && t("actions.comments", { count: comments })];
  return (
    <li class="thing">
      <span class="glyph" data-tint={tint}>
        <Icon name={icon} />
      </span>
      <div class="row-body">
        <a class="row-title plain" href={actionHref(person.youngPersonId, row.id)}>
          {row.d.title}
        </a>
        <span class="meta">{meta.filter(Boolean).join(", ")}</span>
        {isWaiting(row.id) && <EnvoiStateLine state="kept" />}
      </div>
      {isToValidate(row) ? <ValidateButton row={row} counts={person.scheme !== "PACEA"} /> : <Validated row={row} counts={person.scheme !== "PACEA"} />}
    </li>
  );
}

function Validated({ row, counts }: { row: Row<"action">; counts: boolean }) {
  const { qualification } = row.d;
  if (!qualification) return null;
  return (
    <span class="state state-good">
      <Icon name="check" />
      {counts ? t("actions.validated", { hours: qualification.hours }) : t("actions.validated.plain")}
    </span>
  );
}

/** « Faite hier », « C’était prévu lundi 16 novembre », « Jeudi 26 novembre ». */
export function dayWords(row: Row<"action">): string {
  const day = today(timeZone());
  const { status, done_on, due } = row.d;
  if (status === "done") return t("actions.done_on", { day: nearDay(done_on ?? due, day) });
  if (isToResume(row, day)) return t("actions.was_due", { day: nearDay(due, day) });
  return capital(nearDay(due, day));
}
