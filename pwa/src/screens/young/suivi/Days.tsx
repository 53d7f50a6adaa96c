import type { CivilDay } from "../../../api/types.ts";
import { Empty } from "../../../components/Empty.tsx";
import { Icon } from "../../../components/Icon.tsx";
import { t } from "../../../i18n/t.ts";
import type { WeekDay } from "../../../store/followup/week.ts";
import { Items } from "./Items.tsx";
import { dayHeading, daysListed } from "./weekWords.ts";

export interface DaysProps {
  days: WeekDay[];
  today: CivilDay;
  chosen: CivilDay | null;
  /** Nothing at all in this week, not even something to resume. */
  isEmpty: boolean;
}

/** The days that hold something: from today on, then those of this week that have passed. */
export function Days({ days, today, chosen, isEmpty }: DaysProps) {
  const { ahead, earlier } = daysListed(days, today, chosen);
  const isPast = days[6]!.day < today;
  if (isEmpty && chosen === null) return isPast ? <Nothing /> : <Blank />;
  return (
    <>
      {ahead.map((day) => (
        <Day day={day} today={today} key={day.day} />
      ))}
      {earlier.length > 0 && (
        <section class="stack-tight" aria-labelledby="plus-tot">
          <h2 class="earlier" id="plus-tot">
            {t("suivi.earlier")}
          </h2>
          {earlier.map((day) => (
            <Day day={day} today={today} key={day.day} isUnder />
          ))}
        </section>
      )}
    </>
  );
}

function Day({ day: { day, items }, today, isUnder = false }: { day: WeekDay; today: CivilDay; isUnder?: boolean }) {
  const Heading = isUnder ? "h3" : "h2";
  return (
    <section class={day === today ? "day day-today" : "day"} id={day} aria-labelledby={`titre-${day}`}>
      <Heading id={`titre-${day}`} tabIndex={-1}>
        {dayHeading(day, today)}
      </Heading>
      {items.length > 0 ? <Items items={items} /> : <EmptyDay day={day} today={today} />}
    </section>
  );
}

/** Only when it was chosen in the strip. */
function EmptyDay({ day, today }: { day: CivilDay; today: CivilDay }) {
  const href = day < today ? `/suivi/nouvelle?fait=oui&jour=${day}` : `/suivi/nouvelle?jour=${day}`;
  return (
    <div class="card stack-tight">
      <p class="quiet">{t(day < today ? "suivi.day.nothing_past" : "suivi.day.nothing")}</p>
      <a class="link-row" href={href}>
        <Icon name="plus" size="small" />
        {t("suivi.day.add")}
      </a>
    </div>
  );
}

function Blank() {
  return (
    <Empty planks={0} title={t("suivi.empty.title")} text={t("suivi.empty.text")}>
      <a class="button button-primary button-large" href="/suivi/nouvelle">
        <Icon name="plus" />
        {t("suivi.add")}
      </a>
    </Empty>
  );
}

/** A week gone by without a trace: nothing to add to it from here. */
function Nothing() {
  return <p class="quiet center">{t("suivi.week.nothing")}</p>;
}
