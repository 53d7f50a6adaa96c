import sprite from "virtual:sprite";
import type { IconName } from "../../build/icons.ts";

export interface IconProps {
  name: IconName;
  size?: "small" | "large";
  /** Filled instead of outlined: the pressed state of a toggle. */
  full?: boolean;
  class?: string;
}

/** A drawing that never stands alone: the word beside it, or the button's name, says what it means. */
export function Icon({ name, size, full, class: extra }: IconProps) {
  const classes = ["icon", size && `icon-${size}`, full && "icon-full", extra];
  return (
    <svg class={classes.filter(Boolean).join(" ")} aria-hidden="true">
      <use href={`${sprite}#${name}`} />
    </svg>
  );
}
