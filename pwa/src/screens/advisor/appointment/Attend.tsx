import type { Attendance, Row } from "../../../api/types.ts";
import { Icon } from "../../../components/Icon.tsx";
import { t } from "../../../i18n/t.ts";
import type { DossierSummary } from "../../../store/summaries.ts";
import { nameOf } from "../people/caseload.ts";
import { attend } from "./gestures.ts";

const CHOICES: readonly Attendance[] = ["present", "excused", "absent", "cancelled_by_service"];

/** « Présent », « Absent excusé », « Absent », « Annulé par le service »; the one noted is pressed, and may be corrected. */
export function Attend({ person, row }: { person: DossierSummary; row: Row<"appointment"> }) {
  return (
    <div class="choices" role="group" aria-label={t("attend.of", { name: nameOf(person) })}>
      {CHOICES.map((choice) => (
        <button
          class="button attend"
          type="button"
          key={choice}
          aria-pressed={row.d.attendance === choice}
          onClick={() => void attend(person.youngPersonId, row.id, row.d.attendance === choice ? "unknown" : choice)}
        >
          {row.d.attendance === choice && <Icon name="check" size="small" />}
          {t(`attendance.${choice}`)}
        </button>
      ))}
    </div>
  );
}

/** What came of it, in one word; petrol for who came, quiet otherwise: an absence is not a fault. */
export function AttendanceState({ attendance }: { attendance: Attendance }) {
  if (attendance === "unknown") return null;
  return (
    <span class={attendance === "present" ? "state state-good" : "state"}>
      {attendance === "present" && <Icon name="check" />}
      {t(`attendance.${attendance}`)}
    </span>
  );
}
