import { useState } from "preact/hooks";
import type { CivilDay } from "../../../api/types.ts";
import { Field } from "../../../components/Field.tsx";
import { Icon } from "../../../components/Icon.tsx";
import { Sheet } from "../../../components/Sheet.tsx";
import { capital, nearDay } from "../../../i18n/civil.ts";
import { t } from "../../../i18n/t.ts";
import { today } from "../../../store/followup/days.ts";
import { timeZone } from "../../../store/followup/timeZone.ts";
import { daysOffered } from "./dayChoices.ts";
import { boundsOf, faultOfDay } from "./newAction.ts";

export interface DaySheetProps {
  open: boolean;
  title: string;
  /** The day is that of something done: today or before. */
  done?: boolean;
  /** The day it has now, which is not offered again. */
  day: CivilDay;
  onChoose: (day: CivilDay) => void;
  onClose: () => void;
}

/** « Autre jour »: one tap for the days people mean most often, a date field for the others. */
export function DaySheet(props: DaySheetProps) {
  const choose = (day: CivilDay) => {
    props.onClose();
    props.onChoose(day);
  };
  return (
    <Sheet open={props.open} title={props.title} onClose={props.onClose}>
      <Days {...props} onChoose={choose} />
    </Sheet>
  );
}

function Days({ done = false, day, onChoose }: DaySheetProps) {
  const now = today(timeZone());
  return (
    <>
      <div class="stack-tight">
        {daysOffered(now, done, day).map((one) => (
          <button class="button button-wide" type="button" key={one} onClick={() => onChoose(one)}>
            {capital(nearDay(one, now))}
          </button>
        ))}
      </div>
      <AnyDay done={done} now={now} onChoose={onChoose} />
    </>
  );
}

function AnyDay({ done, now, onChoose }: { done: boolean; now: CivilDay; onChoose: (day: CivilDay) => void }) {
  const [day, setDay] = useState("");
  const [isAsked, setAsked] = useState(false);
  const fault = faultOfDay(day, done, now);
  const send = (event: Event) => {
    event.preventDefault();
    setAsked(true);
    if (!fault) onChoose(day);
  };
  return (
    <form class="stack-tight" onSubmit={send} noValidate>
      <Field
        label={t("day.any")}
        type="date"
        value={day}
        {...boundsOf(done, now)}
        error={isAsked && fault ? t(`day.fault.${fault}`) : undefined}
        onInput={(event) => setDay(event.currentTarget.value)}
      />
      <button class="button button-wide" type="submit">
        <Icon name="calendar-check" size="small" />
        {t("day.choose")}
      </button>
    </form>
  );
}
