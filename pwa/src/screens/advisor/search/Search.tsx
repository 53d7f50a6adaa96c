import { useLocation } from "preact-iso";
import { useRef } from "preact/hooks";
import { leaveByCode } from "../../../a11y/navigation.ts";
import { Icon } from "../../../components/Icon.tsx";
import { t } from "../../../i18n/t.ts";
import { summaries } from "../../../store/summaries.ts";
import { sorted, USUAL_SORT } from "../people/order.ts";
import { type Choice, personOption, placesOption } from "./choices.tsx";
import { places } from "./places.ts";
import { Results } from "./Results.tsx";
import { suggest } from "./suggestions.ts";
import { useCombobox } from "./useCombobox.ts";

export interface SearchProps {
  id: string;
  /** Stays open, as the content of a dialog. */
  alwaysOpen?: boolean;
  /** After a choice was made. */
  onGone?: () => void;
}

/** A box that goes to a person or a page by name. */
export function Search({ id, alwaysOpen = false, onGone }: SearchProps) {
  const { route } = useLocation();
  const input = useRef<HTMLInputElement>(null);
  const onChoose = ({ href, run }: Choice) => {
    box.close();
    input.current?.blur();
    onGone?.();
    if (href === undefined) return run?.();
    leaveByCode();
    route(href);
  };
  const box = useCombobox({ choicesFor, onChoose, alwaysOpen });
  const { query, isOpen, choices, active } = box;
  return (
    <div class="searchbox" role="search">
      <Icon name="search" />
      <label class="visually-hidden" for={id}>
        {t("search.label")}
      </label>
      <input
        ref={input}
        class="control"
        id={id}
        type="search"
        role="combobox"
        list={undefined}
        autocomplete="off"
        placeholder={t("search.placeholder")}
        value={query}
        aria-expanded={isOpen && choices.length > 0}
        aria-controls={`${id}-choix`}
        aria-autocomplete="list"
        aria-activedescendant={choices[active] ? `${id}-${active}` : undefined}
        onInput={(event) => box.type(event.currentTarget.value)}
        onFocus={() => box.unfold(true)}
        onBlur={() => box.unfold(false)}
        onKeyDown={box.onKeyDown}
      />
      {!alwaysOpen && query === "" && <kbd aria-hidden="true">{t("search.key")}</kbd>}
      {isOpen && <Results id={id} query={query} choices={choices} active={active} onChoose={onChoose} />}
    </div>
  );
}

function choicesFor(query: string): Choice[] {
  const found = suggest(query, sorted(summaries.value, USUAL_SORT), places());
  return [...found.people.map(personOption), ...found.places.map(placesOption)];
}
