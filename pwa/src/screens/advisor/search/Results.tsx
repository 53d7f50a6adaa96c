import { t } from "../../../i18n/t.ts";
import type { Choice } from "./choices.tsx";

export interface ResultsProps {
  id: string;
  query: string;
  choices: readonly Choice[];
  active: number;
  onChoose: (choice: Choice) => void;
}

/** The answers under the box. The caret stays in the box: a press on an answer must not take it away first. */
export function Results({ id, query, choices, active, onChoose }: ResultsProps) {
  return (
    <div class="results" onMouseDown={(event) => event.preventDefault()}>
      <ul id={`${id}-choix`} role="listbox" aria-label={t("search.results")}>
        {choices.map((choice, index) => (
          <li
            key={choice.key}
            id={`${id}-${index}`}
            role="option"
            class="result"
            aria-selected={index === active}
            onClick={() => onChoose(choice)}
          >
            {choice.picture}
            <span>
              {choice.label}
              {choice.more && <small>{choice.more}</small>}
            </span>
          </li>
        ))}
      </ul>
      <p class="result-none" role="status">
        {choices.length === 0 ? t("names.none", { query: query.trim() }) : ""}
      </p>
    </div>
  );
}
