import { useId } from "preact/hooks";
import { Icon } from "../../../components/Icon.tsx";

export interface NameFilterProps {
  label: string;
  value: string;
  onInput: (value: string) => void;
}

/** Keeps, of the list below, the people whose name is typed. */
export function NameFilter({ label, value, onInput }: NameFilterProps) {
  const id = useId();
  return (
    <div class="searchbox name-filter">
      <Icon name="search" />
      <label class="visually-hidden" for={id}>
        {label}
      </label>
      <input
        class="control"
        id={id}
        type="search"
        autocomplete="off"
        placeholder={label}
        value={value}
        onInput={(event) => onInput(event.currentTarget.value)}
      />
    </div>
  );
}
