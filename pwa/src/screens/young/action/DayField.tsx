import type { CivilDay } from "../../../api/types.ts";
import { Field } from "../../../components/Field.tsx";
import { Icon } from "../../../components/Icon.tsx";
import { t } from "../../../i18n/t.ts";
import { type Answers, boundsOf, chosenDay, dayOf, faultOfDay, type DayChoice, withDayChoice } from "./newAction.ts";

export interface DayFieldProps {
  id: string;
  answers: Answers;
  now: CivilDay;
  error: string | undefined;
  onChange: (next: Answers) => void;
}

/** « Quel jour ? »: today, the day beside it, or a date. */
export function DayField({ id, answers, now, error, onChange }: DayFieldProps) {
  const done = answers.done === true;
  const chosen = chosenDay(answers, now);
  const choices: [DayChoice, string][] = [
    ["today", t("day.today")],
    ["near", t(done ? "day.yesterday" : "day.tomorrow")],
    ["other", t("day.other")],
  ];
  const day = dayOf(answers, now);
  // A date that cannot be is said at once; a missing one only when saving.
  const impossible = day ? faultOfDay(day, done, now) : null;
  return (
    <fieldset class="stack-tight">
      <legend>
        <h2 tabIndex={-1}>{t("day.question")}</h2>
      </legend>
      <div class="choices">
        {choices.map(([choice, label]) => (
          <label class="choice" key={choice}>
            <input type="radio" name="jour" checked={choice === chosen} onChange={() => onChange(withDayChoice(answers, choice, now))} />
            <span>
              {choice === "other" && <Icon name="calendar-days" size="small" />}
              {label}
            </span>
          </label>
        ))}
      </div>
      {chosen === "other" && (
        <Field
          id={id}
          label={t("day.which")}
          type="date"
          value={day ?? ""}
          {...boundsOf(done, now)}
          error={error ?? (impossible ? t(`day.fault.${impossible}`) : undefined)}
          onInput={(event) => onChange({ ...answers, isOtherDay: true, day: event.currentTarget.value || null })}
        />
      )}
    </fieldset>
  );
}
