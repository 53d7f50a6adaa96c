import { useLocation } from "preact-iso";
import { useRef, useState } from "preact/hooks";
import { leaveByCode } from "../../../a11y/navigation.ts";
import { Icon } from "../../../components/Icon.tsx";
import { t } from "../../../i18n/t.ts";
import { summaries } from "../../../store/summaries.ts";
import { sorted, USUAL_SORT } from "../people/order.ts";
import { placesOption, personOption, type Choice } from "./choices.tsx";
import { places } from "./places.ts";
import { Results } from "./Results.tsx";
import { moved, suggest } from "./suggestions.ts";

export interface SearchProps {
  id: string;
  /** Stays open, as the content of a dialog. */
  alwaysOpen?: boolean;
  /** After a choice was followed. */
  onGone?: () => void;
}

/** A box that goes to a person or a page by name; arrows choose, Enter goes, Escape closes. */
export function Search({ id, alwaysOpen = false, onGone }: SearchProps) {
  const { route } = useLocation();
  const input = useRef<HTMLInputElement>(null);
  const [query, setQuery] = useState("");
  const [isUnfolded, setUnfolded] = useState(false);
  const [active, setActive] = useState(0);
  const isOpen = alwaysOpen || isUnfolded;
  const choices = isOpen ? choicesFor(query) : [];

  const close = () => {
    setQuery("");
    setUnfolded(false);
    setActive(0);
  };
  const go = ({ href, run }: Choice) => {
    close();
    input.current?.blur();
    onGone?.();
    if (href) {
      leaveByCode();
      route(href);
    } else run?.();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const step = event.key === "ArrowDown" ? 1 : event.key === "ArrowUp" ? -1 : null;
    if (step) {
      event.preventDefault();
      if (isOpen) setActive(moved(active, step, choices.length));
      else setUnfolded(true);
    } else if (event.key === "Enter") {
      event.preventDefault();
      const chosen = choices[active];
      if (chosen) go(chosen);
    } else if (event.key === "Escape" && isUnfolded) {
      event.preventDefault();
      close();
    }
  };
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
        onInput={(event) => {
          setQuery(event.currentTarget.value);
          setUnfolded(true);
          setActive(0);
        }}
        onFocus={() => setUnfolded(true)}
        onBlur={() => setUnfolded(false)}
        onKeyDown={onKeyDown}
      />
      {!alwaysOpen && query === "" && <kbd aria-hidden="true">{t("search.key")}</kbd>}
      {isOpen && <Results id={id} query={query} choices={choices} active={active} onChoose={go} />}
    </div>
  );
}

function choicesFor(query: string): Choice[] {
  const found = suggest(query, sorted(summaries.value, USUAL_SORT), places());
  return [...found.people.map(personOption), ...found.places.map(placesOption)];
}
