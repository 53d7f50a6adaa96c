import { useState } from "preact/hooks";
import { moved } from "./suggestions.ts";

export interface Combobox<Choice> {
  query: string;
  isOpen: boolean;
  choices: readonly Choice[];
  active: number;
  type: (query: string) => void;
  unfold: (isUnfolded: boolean) => void;
  close: () => void;
  onKeyDown: (event: KeyboardEvent) => void;
}

export interface ComboboxOptions<Choice> {
  choicesFor: (query: string) => readonly Choice[];
  onChoose: (choice: Choice) => void;
  alwaysOpen: boolean;
}

/** The keys of a box with answers under it: arrows choose, Enter takes, Escape empties and folds. */
export function useCombobox<Choice>({ choicesFor, onChoose, alwaysOpen }: ComboboxOptions<Choice>): Combobox<Choice> {
  const [query, setQuery] = useState("");
  const [isUnfolded, unfold] = useState(false);
  const [active, setActive] = useState(0);
  const isOpen = alwaysOpen || isUnfolded;
  const choices = isOpen ? choicesFor(query) : [];
  const type = (typed: string) => {
    setQuery(typed);
    unfold(true);
    setActive(0);
  };
  const close = () => {
    type("");
    unfold(false);
  };
  const keys: Record<string, () => void> = {
    ArrowDown: () => (isOpen ? setActive(moved(active, 1, choices.length)) : unfold(true)),
    ArrowUp: () => (isOpen ? setActive(moved(active, -1, choices.length)) : unfold(true)),
    Enter: () => choices[active] !== undefined && onChoose(choices[active]),
    ...(isUnfolded && !alwaysOpen ? { Escape: close } : {}),
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const act = event.isComposing ? undefined : keys[event.key];
    if (!act) return;
    event.preventDefault();
    act();
  };
  return { query, isOpen, choices, active, type, unfold, close, onKeyDown };
}
