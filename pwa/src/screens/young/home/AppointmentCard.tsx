import { useState } from "preact/hooks";
import type { Row } from "../../../api/types.ts";
import { DateBlock } from "../../../components/DateBlock.tsx";
import { Empty } from "../../../components/Empty.tsx";
import { clock, longDate } from "../../../i18n/dates.ts";
import { t } from "../../../i18n/t.ts";
import "../../../i18n/words.ts";
import { nextAppointment } from "../../../store/followup/week.ts";
import { me } from "../../../store/session.ts";
import { myAdvisors } from "../mine.ts";
import { Answer } from "../rendez-vous/Answer.tsx";
import { CannotCome } from "../rendez-vous/CannotCome.tsx";

/** The next appointment and its two answers: what a day turns around. */
export function AppointmentCard() {
  const row = me.value && nextAppointment(me.value.id);
  return row ? <Next row={row} key={row.id} /> : <None />;
}

function Next({ row }: { row: Row<"appointment"> }) {
  const [refusing, setRefusing] = useState(false);
  return (
    <section class="card stack" aria-labelledby="prochain">
      <a class="appointment-line plain" href={`/suivi/rendez-vous/${row.id}`}>
        <DateBlock at={row.d.starts} />
        <span class="appointment-words">
          <span class="meta" id="prochain">
            {t("home.next")}
          </span>
          <b class="appointment-hour">
            <span class="visually-hidden">{longDate(row.d.starts)}</span>
            <span aria-hidden="true">{clock(row.d.starts)}</span>
          </b>
          <span>{t("home.next.with", { name: row.d.organiser.name })}</span>
          <span class="meta">{placeOf(row)}</span>
        </span>
      </a>
      <Answer row={row} onRefuse={() => setRefusing(true)} />
      <CannotCome row={row} open={refusing} onClose={() => setRefusing(false)} />
    </section>
  );
}

/** « Sur place, bureau 4 » */
function placeOf({ d }: Row<"appointment">): string {
  return [t(`modality.${d.modality}`), d.place].filter(Boolean).join(", ");
}

function None() {
  const advisor = myAdvisors()[0];
  if (!advisor) return null;
  return (
    <section class="card">
      <Empty icon="calendar-days" title={t("home.next.none")}>
        <a class="button" href="/messages">
          {t("home.next.ask", { name: advisor.first_name })}
        </a>
      </Empty>
    </section>
  );
}
