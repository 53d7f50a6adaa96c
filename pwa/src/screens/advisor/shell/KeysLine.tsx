import { t } from "../../../i18n/t.ts";
import { preferences } from "../../shared/preferences.ts";
import { isDesktop } from "./layout.ts";

/** The keys of this page, under it, as long as they work. */
export function KeysLine({ keys }: { keys: readonly { keys: readonly string[]; does: string }[] }) {
  if (!isDesktop() || !preferences().shortcuts) return null;
  return (
    <p class="keys">
      {keys.map(({ keys: pressed, does }) => (
        <span key={does}>
          {pressed.map((key) => (
            <kbd key={key}>{key}</kbd>
          ))}{" "}
          {t(does)}
        </span>
      ))}
    </p>
  );
}
