import type { Ref } from "preact";
import { useState } from "preact/hooks";
import { Field } from "../../../components/Field.tsx";
import { Icon } from "../../../components/Icon.tsx";
import { t } from "../../../i18n/t.ts";

const SHORTEST = 12;

/** The rule the server applies too: twelve signs at least. */
export function isLongEnough(password: string): boolean {
  return [...password].length >= SHORTEST;
}

export interface PasswordFieldProps {
  value: string;
  onValue: (value: string) => void;
  /** The form was sent once: what is missing may now be said. */
  tried: boolean;
  inputRef: Ref<HTMLInputElement>;
}

/** A password being chosen: how long, what is easy to remember, and a way to see it. */
export function PasswordField({ value, onValue, tried, inputRef }: PasswordFieldProps) {
  const [visible, setVisible] = useState(false);
  const missing = SHORTEST - [...value].length;
  return (
    <div class="stack-tight">
      <Field
        label={t("password.choose")}
        help={t("password.help")}
        error={tried && missing > 0 ? t("password.missing", { count: missing }) : undefined}
        inputRef={inputRef}
        type={visible ? "text" : "password"}
        value={value}
        onInput={(event) => onValue(event.currentTarget.value)}
        autocomplete="new-password"
        autocapitalize="off"
        spellcheck={false}
      />
      <button class="button button-quiet button-small" type="button" aria-pressed={visible} onClick={() => setVisible(!visible)}>
        <Icon name={visible ? "eye-off" : "eye"} size="small" />
        {t("password.show")}
      </button>
    </div>
  );
}
