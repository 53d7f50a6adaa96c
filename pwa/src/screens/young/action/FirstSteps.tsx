import { Icon } from "../../../components/Icon.tsx";
import { t } from "../../../i18n/t.ts";
import { FAMILIES, nameOfFamily } from "../../shared/action/families.ts";
import { type Answers, withCategory, withDone } from "./newAction.ts";

export interface StepProps {
  answers: Answers;
  /** The next step follows. */
  onAnswer: (next: Answers) => void;
}

/** « C’est déjà fait ? » is asked, never deduced from a date. */
export function DoneStep({ answers, onAnswer }: StepProps) {
  const tile = (done: boolean) => ({ onClick: () => onAnswer(withDone(answers, done)), "aria-current": answers.done === done });
  return (
    <>
      <h2 class="big-question" tabIndex={-1}>
        {t("new_action.done.question")}
      </h2>
      <div class="stack">
        <button class="tile-link tile-link-row" type="button" {...tile(true)}>
          <span class="glyph glyph-large glyph-good">
            <Icon name="check" size="large" />
          </span>
          <span>{t("new_action.done.yes")}</span>
          <Icon name="chevron-right" />
        </button>
        <button class="tile-link tile-link-row" type="button" {...tile(false)}>
          <span class="glyph glyph-large" data-tint={5}>
            <Icon name="calendar-plus" size="large" />
          </span>
          <span>{t("new_action.done.no")}</span>
          <Icon name="chevron-right" />
        </button>
      </div>
    </>
  );
}

/** Eight families, one tap. */
export function FamilyStep({ answers, onAnswer }: StepProps) {
  return (
    <>
      <h2 class="big-question" tabIndex={-1}>
        {t(answers.done ? "new_action.family.done" : "new_action.family.planned")}
      </h2>
      <div class="tile-grid">
        {FAMILIES.map(({ category, icon, tint }) => (
          <button
            key={category}
            class="tile-link"
            type="button"
            aria-current={answers.category === category}
            onClick={() => onAnswer(withCategory(answers, category))}
          >
            <span class="glyph" data-tint={tint}>
              <Icon name={icon} />
            </span>
            {nameOfFamily(category)}
          </button>
        ))}
      </div>
    </>
  );
}
