import { useRef } from "preact/hooks";
import type { CivilDay } from "../../../api/types.ts";
import { Icon } from "../../../components/Icon.tsx";
import { t } from "../../../i18n/t.ts";
import type { WeekDay } from "../../../store/followup/week.ts";
import { stepOfKey } from "./weekKeys.ts";
import { dayLetter, dayName, dotsOf, weekName } from "./weekWords.ts";

export interface WeekCardProps {
  days: WeekDay[];
  today: CivilDay;
  chosen: CivilDay | null;
  onChoose: (day: CivilDay) => void;
  /** Show another week: so many weeks later, or before. */
  onWeek: (weeks: number) => void;
  onThisWeek: () => void;
  /** « Ajouter une action »; not when the page already offers it in large. */
  canAdd: boolean;
}

/** The week as seven links, the ways to the others, and « Ajouter une action ». */
export function WeekCard({ days, today, onWeek, onThisWeek, canAdd, ...choice }: WeekCardProps) {
  const monday = days[0]!.day;
  const isThisWeek = days.some(({ day }) => day === today);
  return (
    <nav class="card week-card" aria-label={t("suivi.week.nav")}>
      <div class="spread">
        <button class="icon-button" type="button" aria-label={t("suivi.week.before")} onClick={() => onWeek(-1)}>
          <Icon name="chevron-left" />
        </button>
        <h2>{weekName(monday, today)}</h2>
        <button class="icon-button" type="button" aria-label={t("suivi.week.after")} onClick={() => onWeek(1)}>
          <Icon name="chevron-right" />
        </button>
      </div>
      <Strip days={days} today={today} onWeek={onWeek} {...choice} />
      <div class="week-foot">
        {!isThisWeek && (
          <button class="button button-quiet" type="button" onClick={onThisWeek}>
            <Icon name="undo-2" size="small" />
            {t("suivi.week.this")}
          </button>
        )}
        {canAdd && (
          <a class="button button-quiet" href="/suivi/nouvelle">
            <Icon name="plus" size="small" />
            {t("suivi.add")}
          </a>
        )}
      </div>
    </nav>
  );
}

type StripProps = Pick<WeekCardProps, "days" | "today" | "chosen" | "onChoose" | "onWeek">;

/** Arrows go from day to day, and past an end to the next week; PageUp and PageDown change week. */
function Strip({ days, today, chosen, onChoose, onWeek }: StripProps) {
  const strip = useRef<HTMLUListElement>(null);
  const focus = (index: number) => strip.current?.querySelectorAll("a")[index]?.focus();
  const onKey = (event: KeyboardEvent, index: number) => {
    const step = stepOfKey(event.key, index);
    if (!step) return;
    event.preventDefault();
    if (step.weeks !== 0) onWeek(step.weeks);
    focus(step.index);
  };
  return (
    <ul class="week" ref={strip}>
      {days.map((day, index) => (
        <li key={index}>
          <a
            href={`#${day.day}`}
            aria-current={day.day === today ? "date" : undefined}
            data-chosen={day.day === chosen || undefined}
            onKeyDown={(event) => onKey(event, index)}
            onClick={(event) => {
              event.preventDefault();
              onChoose(day.day);
            }}
          >
            <Day day={day} today={today} />
          </a>
        </li>
      ))}
    </ul>
  );
}

function Day({ day, today }: { day: WeekDay; today: CivilDay }) {
  return (
    <>
      <span class="visually-hidden">{dayName(day, today)}</span>
      <span aria-hidden="true">{dayLetter(day.day)}</span>
      <b aria-hidden="true">{Number(day.day.slice(8))}</b>
      <span class="dots" aria-hidden="true">
        {dotsOf(day.items).map((dot, index) => (
          <i class={dot} key={index} />
        ))}
      </span>
    </>
  );
}
