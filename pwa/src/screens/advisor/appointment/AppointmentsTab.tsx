import type { Row } from "../../../api/types.ts";
import { Empty } from "../../../components/Empty.tsx";
import { Icon } from "../../../components/Icon.tsx";
import { t } from "../../../i18n/t.ts";
import { clock, tick } from "../../../store/clock.ts";
import { appointmentsOf } from "../../../store/followup/dossier.ts";
import type { DossierSummary } from "../../../store/summaries.ts";
import { useGrowing } from "../people/useGrowing.tsx";
import { openPanel } from "../person/panel.ts";
import { AppointmentRow } from "./AppointmentRow.tsx";

const ROWS_AT_ONCE = 40;

/** What is to come, the next one first; then what is over, the latest first. */
export function AppointmentsTab({ person }: { person: DossierSummary }) {
  void tick.value;
  const now = clock.now();
  const all = appointmentsOf(person.youngPersonId);
  const ahead = all.filter(({ d }) => d.ends > now);
  const past = all.filter(({ d }) => d.ends <= now).reverse();
  return (
    <section class="panel part stack" aria-labelledby="rendez-vous">
      <div class="panel-head">
        <h2 id="rendez-vous">{t("tabs.rendez-vous")}</h2>
        <button class="button" type="button" onClick={() => openPanel({ show: "new_appointment" })}>
          <Icon name="calendar-plus" size="small" />
          {t("appointments.new")}
        </button>
      </div>
      {all.length === 0 && <Empty icon="calendar-days" title={t("appointments.none")} text={t("appointments.none.text", { name: person.firstName })} />}
      <Rows person={person} title="appointments.ahead" rows={ahead} />
      <Rows person={person} title="appointments.past" rows={past} />
    </section>
  );
}

function Rows({ person, title, rows }: { person: DossierSummary; title: string; rows: Row<"appointment">[] }) {
  const { limit, end } = useGrowing(rows.length, ROWS_AT_ONCE);
  if (rows.length === 0) return null;
  return (
    <div>
      <h3 class="section-name">{t(title)}</h3>
      <ul class="rows">
        {rows.slice(0, limit).map((row) => (
          <AppointmentRow key={row.id} person={person} row={row} />
        ))}
      </ul>
      {end}
    </div>
  );
}
