import type { Preferences, Role } from "../../../api/types.ts";
import { Icon } from "../../../components/Icon.tsx";
import type { IconName } from "../../../../build/icons.ts";
import { Segments } from "../../../components/Segments.tsx";
import { t } from "../../../i18n/t.ts";
import { setPreference } from "../../../intents/setPreference.ts";
import { preferences } from "../preferences.ts";

/** How I read: text size, theme, and what others know of my reading. Applied at once. */
export function Reading({ role }: { role: Role }) {
  const { theme, text_size, share_read, shortcuts } = preferences();
  const set = (change: Partial<Preferences>) => void setPreference(change);
  return (
    <section class="stack-tight" aria-labelledby="lire">
      <h2 id="lire">{t("profile.reading")}</h2>
      <div class="card stack">
        <Segments
          legend={t("profile.text_size")}
          value={text_size}
          onChange={(value) => set({ text_size: value })}
          options={[
            { value: "normal", label: t("profile.text_size.normal") },
            { value: "large", label: <span class="aa-large">{t("profile.text_size.large")}</span> },
            { value: "very_large", label: <span class="aa-very-large">{t("profile.text_size.very_large")}</span> },
          ]}
        />
        <Segments
          legend={t("profile.theme")}
          value={theme}
          onChange={(value) => set({ theme: value })}
          options={[
            { value: "auto", label: t(role === "advisor" ? "profile.theme.auto_advisor" : "profile.theme.auto") },
            { value: "light", label: t("profile.theme.light") },
            { value: "dark", label: t("profile.theme.dark") },
          ]}
        />
        {role === "young_person" ? (
          <Switch
            icon="check-check"
            title={t("profile.share_read")}
            text={t(share_read ? "profile.share_read.on" : "profile.share_read.off")}
            checked={share_read}
            onChange={(checked) => set({ share_read: checked })}
          />
        ) : (
          <Switch
            icon="type"
            title={t("profile.shortcuts")}
            text={t("profile.shortcuts.text")}
            checked={shortcuts}
            onChange={(checked) => set({ shortcuts: checked })}
          />
        )}
      </div>
    </section>
  );
}

interface SwitchProps {
  icon: IconName;
  title: string;
  text: string;
  checked: boolean;
  onChange: (checked: boolean) => void;
}

function Switch({ icon, title, text, checked, onChange }: SwitchProps) {
  return (
    <label class="row">
      <Icon name={icon} />
      <span class="row-body">
        <span class="row-title">{title}</span>
        <span class="meta">{text}</span>
      </span>
      <input
        class="switch"
        type="checkbox"
        role="switch"
        checked={checked}
        onChange={(event) => onChange(event.currentTarget.checked)}
      />
    </label>
  );
}
