import { Sheet } from "../../../components/Sheet.tsx";
import { t } from "../../../i18n/t.ts";
import { setPreference } from "../../../intents/setPreference.ts";
import { preferences } from "../../shared/preferences.ts";
import { isHelpOpen } from "./help.ts";

interface Shortcut {
  keys: readonly string[];
  does: string;
}

const EVERYWHERE: readonly Shortcut[] = [
  { keys: ["Ctrl", "K"], does: "keys.search" },
  { keys: ["g", "p"], does: "keys.portfolio" },
  { keys: ["g", "m"], does: "keys.messages" },
  { keys: ["?"], does: "keys.help" },
  { keys: ["Échap"], does: "keys.close" },
];
const LISTS: readonly Shortcut[] = [
  { keys: ["j"], does: "keys.next" },
  { keys: ["k"], does: "keys.previous" },
  { keys: ["Entrée"], does: "keys.open" },
  { keys: ["r"], does: "keys.reply" },
  { keys: ["n"], does: "keys.new_action" },
  { keys: ["a"], does: "keys.new_appointment" },
];
const CONVERSATION: readonly Shortcut[] = [
  { keys: ["e"], does: "keys.handled" },
  { keys: ["s"], does: "keys.follow" },
  { keys: ["Ctrl", "Entrée"], does: "keys.send" },
];
const PERSON: readonly Shortcut[] = [
  { keys: ["n"], does: "keys.new_action" },
  { keys: ["a"], does: "keys.new_appointment" },
];

/** « Aide et raccourcis »: every key, the switch that turns single keys off, the way to the help pages. */
export function Help() {
  const { shortcuts } = preferences();
  return (
    <Sheet open={isHelpOpen.value} title={t("top.help")} onClose={() => (isHelpOpen.value = false)}>
      <Keys title={t("keys.everywhere")} shortcuts={EVERYWHERE} />
      <Keys title={t("keys.lists")} shortcuts={LISTS} />
      <Keys title={t("keys.conversation")} shortcuts={CONVERSATION} />
      <Keys title={t("keys.person")} shortcuts={PERSON} />
      <label class="line switch-line">
        <input
          class="switch"
          type="checkbox"
          role="switch"
          checked={shortcuts}
          onChange={(event) => void setPreference({ shortcuts: event.currentTarget.checked })}
        />
        {t("keys.switch")}
      </label>
      <p class="line-wrap">
        <a href="/aide">{t("pages.help")}</a>
        <a href="/accessibilite">{t("pages.accessibility")}</a>
      </p>
    </Sheet>
  );
}

function Keys({ title, shortcuts }: { title: string; shortcuts: readonly Shortcut[] }) {
  return (
    <section class="stack-tight">
      <h3>{title}</h3>
      <dl class="key-list">
        {shortcuts.map(({ keys, does }) => (
          <div key={does}>
            <dt>
              {keys.map((key) => (
                <kbd key={key}>{key}</kbd>
              ))}
            </dt>
            <dd>{t(does)}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
