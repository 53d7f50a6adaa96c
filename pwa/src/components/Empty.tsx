import type { ComponentChildren } from "preact";
import type { IconName } from "../../build/icons.ts";
import { Icon } from "./Icon.tsx";
import { Scene } from "./Scene.tsx";

export interface EmptyProps {
  title: string;
  /** One sentence that opens something. */
  text?: string;
  /** Draws the footbridge with this many planks laid; without it, `icon` on a quiet square. */
  planks?: number;
  icon?: IconName;
  /** One button. */
  children?: ComponentChildren;
}

/** Nothing here yet, or nothing came: a drawing, one sentence that opens, one button. */
export function Empty({ title, text, planks, icon, children }: EmptyProps) {
  return (
    <div class="empty">
      {icon === undefined ? (
        <Scene planks={planks ?? 0} />
      ) : (
        <span class="glyph glyph-large glyph-quiet">
          <Icon name={icon} size="large" />
        </span>
      )}
      <h2>{title}</h2>
      {text && <p class="quiet">{text}</p>}
      {children}
    </div>
  );
}
