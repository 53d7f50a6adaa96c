import { initials } from "./initials.ts";

export interface AvatarProps {
  /** The person's name, which a word beside the avatar must also say. */
  name: string;
  /** 1 to 6, by order of arrival, never by a property of the person. */
  tint?: 1 | 2 | 3 | 4 | 5 | 6;
  size?: "small" | "large";
}

/** Initials on a tint; hidden from screen readers, since the name is written beside it. */
export function Avatar({ name, tint = 1, size }: AvatarProps) {
  return (
    <span class={size ? `avatar avatar-${size}` : "avatar"} data-tint={tint} aria-hidden="true">
      {initials(name)}
    </span>
  );
}
