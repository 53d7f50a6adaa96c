import { useState } from "preact/hooks";
import { Bridge, PlankKey } from "../../../components/Bridge.tsx";
import { Icon } from "../../../components/Icon.tsx";
import { t } from "../../../i18n/t.ts";
import { GOAL, type HoursState } from "../../../store/followup/hours.ts";
import { myAdvisors, myDossier } from "../mine.ts";
import { CountsSheet } from "./CountsSheet.tsx";
import { myWeek, type Week } from "./week.ts";

/** The hours of the week as a bridge, with each figure in words. Not counted under PACEA. */
export function WeekCard() {
  const [asked, setAsked] = useState(false);
  if (myDossier()?.scheme !== "CEJ") return null;
  const week = myWeek();
  const { validated, declared } = week.hours;
  return (
    <section class="card stack" aria-labelledby="semaine">
      <div class="card-head">
        <h2 id="semaine">{t("home.week")}</h2>
        <p>
          <b>{t("hours.count", { hours: validated + declared })}</b> {t("home.week.out_of", { goal: GOAL })}
        </p>
      </div>
      <Bridge {...week.hours} />
      {validated + declared >= GOAL && <p>{t("home.week.crossed")}</p>}
      <Legend week={week} />
      <button class="link-row" type="button" onClick={() => setAsked(true)}>
        {t("home.week.counts")}
        <Icon name="chevron-right" size="small" />
      </button>
      <CountsSheet week={week} open={asked} onClose={() => setAsked(false)} />
    </section>
  );
}

const KINDS: HoursState[] = ["validated", "declared", "to_come"];

function Legend({ week: { hours } }: { week: Week }) {
  const name = myAdvisors()[0]?.first_name;
  return (
    <ul class="legend">
      {KINDS.map((kind) => (
        <li key={kind}>
          <PlankKey kind={kind} />
          <b>{t("hours.count", { hours: hours[kind] })}</b>
          <span>{kind === "validated" && name ? t("home.week.validated_by", { name, count: hours.validated }) : t(`home.week.${kind}`, { count: hours[kind] })}</span>
        </li>
      ))}
    </ul>
  );
}
