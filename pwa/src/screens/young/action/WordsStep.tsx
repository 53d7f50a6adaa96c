import type { CivilDay } from "../../../api/types.ts";
import { Banner } from "../../../components/Banner.tsx";
import { t } from "../../../i18n/t.ts";
import { today } from "../../../store/followup/days.ts";
import { hoursOfCategory } from "../../../store/followup/hours.ts";
import { timeZone } from "../../../store/followup/timeZone.ts";
import { hoursCount, myAdvisors } from "../mine.ts";
import { DayField } from "./DayField.tsx";
import { nameOfFamily } from "../../shared/action/families.ts";
import { cleanTitle, excessOf, LONGEST_TITLE, LONGEST_WORDS } from "../../shared/action/limits.ts";
import { type Answers, dayOf, faultOfDay } from "./newAction.ts";
import { suggestionsOf } from "../../shared/action/suggestions.ts";
import { TextField } from "../../shared/action/TextField.tsx";

const IDS = { day: "jour", title: "titre", description: "detail" };

export interface Faults {
  day?: string;
  title?: string;
  description?: string;
  /** Element to put the person on. */
  first?: string;
}

/** What keeps these answers from being saved, in words. */
export function faultsOf(answers: Answers, now: CivilDay): Faults {
  const faults: Faults = {};
  const day = faultOfDay(dayOf(answers, now), answers.done === true, now);
  if (day) faults.day = t(`day.fault.${day}`);
  const tooLong = excessOf(cleanTitle(answers.title), LONGEST_TITLE);
  if (cleanTitle(answers.title) === "") faults.title = t("words.title.missing");
  else if (tooLong > 0) faults.title = t("words.too_long", { count: tooLong });
  const tooMuch = excessOf(answers.description, LONGEST_WORDS);
  if (tooMuch > 0) faults.description = t("words.too_long", { count: tooMuch });
  const first = (["day", "title", "description"] as const).find((field) => faults[field]);
  if (first) faults.first = IDS[first];
  return faults;
}

export interface WordsStepProps {
  answers: Answers;
  onChange: (next: Answers) => void;
  onSave: () => void;
  /** It was asked to save: what is missing is said. */
  isAsked: boolean;
}

/** The day, the words, and what it will count for. */
export function WordsStep({ answers, onChange, onSave, isAsked }: WordsStepProps) {
  const now = today(timeZone());
  const faults: Faults = isAsked ? faultsOf(answers, now) : {};
  const send = (event: Event) => {
    event.preventDefault();
    onSave();
  };
  return (
    <form class="stack" id="nouvelle" onSubmit={send} noValidate>
      <DayField id={IDS.day} answers={answers} now={now} onChange={onChange} error={faults.day} />
      <TextField
        id={IDS.title}
        isLead
        label={t(answers.done ? "words.title.done" : "words.title.planned")}
        help={t("words.title.help")}
        value={answers.title}
        longest={LONGEST_TITLE}
        error={faults.title}
        onInput={(title) => onChange({ ...answers, title })}
      />
      <Ideas answers={answers} onChange={onChange} />
      <TextField
        id={IDS.description}
        label={t("words.description")}
        value={answers.description}
        longest={LONGEST_WORDS}
        error={faults.description}
        onInput={(description) => onChange({ ...answers, description })}
      />
      <Counts answers={answers} />
    </form>
  );
}

/** Until the first word is written. */
function Ideas({ answers, onChange }: Pick<WordsStepProps, "answers" | "onChange">) {
  if (!answers.category || answers.title.trim() !== "") return null;
  const take = (title: string) => {
    onChange({ ...answers, title });
    const field = document.getElementById(IDS.title);
    field?.focus();
  };
  return (
    <div class="stack-tight" role="group" aria-labelledby="idees">
      <p class="meta" id="idees">
        {t("words.ideas")}
      </p>
      <div class="choices">
        {suggestionsOf(answers.category).map((idea) => (
          <button class="idea" type="button" key={idea} onClick={() => take(idea)}>
            {idea}
          </button>
        ))}
      </div>
    </div>
  );
}

/** What it counts for, and who will say so. */
function Counts({ answers }: { answers: Answers }) {
  const family = nameOfFamily(answers.category);
  const hours = hoursOfCategory(answers.category);
  const name = myAdvisors()[0]?.first_name ?? t("words.the_structure");
  if (!hoursCount() || hours === 0) {
    const fact = hoursCount() ? t("words.counts.nothing", { family }) : t("words.counts.follow");
    return (
      <Banner icon="info" title={fact}>
        {t("words.sees", { name })}
      </Banner>
    );
  }
  return (
    <Banner icon="clock" title={t("words.counts", { family, hours })}>
      {t(answers.done ? "words.will_validate" : "words.will_validate_once_done", { name })}
    </Banner>
  );
}
