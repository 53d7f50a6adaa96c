import type { ComponentChildren } from "preact";
import { Icon } from "../../../components/Icon.tsx";

export interface SelectProps {
  id: string;
  value: string;
  onChange: (value: string) => void;
  /** `option` elements. */
  children: ComponentChildren;
}

/** A native list of choices, dressed as the other fields. */
export function Select({ id, value, onChange, children }: SelectProps) {
  return (
    <span class="select">
      <select class="control" id={id} value={value} onChange={(event) => onChange(event.currentTarget.value)}>
        {children}
      </select>
      <Icon name="chevron-down" size="small" />
    </span>
  );
}
