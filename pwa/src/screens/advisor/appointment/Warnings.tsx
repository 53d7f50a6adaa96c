import type { Row } from "../../../api/types.ts";
import { Banner } from "../../../components/Banner.tsx";
import { clock as hour } from "../../../i18n/dates.ts";
import { t } from "../../../i18n/t.ts";
import { clock } from "../../../store/clock.ts";
import { timeZone } from "../../../store/followup/dossier.ts";
import { records, youngPersonOf } from "../../../store/records.ts";
import { me } from "../../../store/session.ts";
import { summary } from "../../../store/summaries.ts";
import { nameOf } from "../people/caseload.ts";
import { type AppointmentWords, isPast, overlapping } from "./appointmentForm.ts";

/** What deserves a second look, from what this device holds; nothing is forbidden. */
export function Warnings({ words, row }: { words: AppointmentWords; row: Row<"appointment"> | undefined }) {
  const zone = timeZone();
  const around = { me: me.value?.id ?? "", except: row?.d.appointment ?? null, timeZone: zone };
  const [found] = overlapping(records("appointment"), words, around);
  return (
    <>
      {isPast(words, clock.now(), zone) && <Banner tone="notice" title={t("appointment_form.past")} live />}
      {found && <Banner tone="notice" title={t("appointment_form.busy", { name: nameFor(found), time: hour(found.d.starts) })} live />}
    </>
  );
}

function nameFor({ s }: Row<"appointment">): string {
  const person = summary(youngPersonOf(s) ?? "");
  return person ? nameOf(person) : t("appointment_form.somebody");
}
