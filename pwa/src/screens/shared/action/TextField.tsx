import { Icon } from "../../../components/Icon.tsx";
import { t } from "../../../i18n/t.ts";
import "../../../styles/action.css";
import { excessOf } from "./limits.ts";

export interface TextFieldProps {
  id: string;
  label: string;
  /** The question of the screen, in large. */
  isLead?: boolean;
  help?: string;
  value: string;
  /** Characters. */
  longest: number;
  error: string | undefined;
  onInput: (value: string) => void;
}

/** Words of the person: the field grows with them, and too many are said as they are written, never cut. */
export function TextField({ id, label, isLead, help, value, longest, error, onInput }: TextFieldProps) {
  const excess = excessOf(value, longest);
  const fault = error ?? (excess > 0 ? t("words.too_long", { count: excess }) : undefined);
  const described = [help && `${id}-aide`, fault && `${id}-erreur`].filter(Boolean).join(" ");
  return (
    <div class={fault ? "field field-error" : "field"}>
      <label class={isLead ? "label-lead" : undefined} for={id}>
        {label}
      </label>
      {help && (
        <p class="help" id={`${id}-aide`}>
          {help}
        </p>
      )}
      <textarea
        class={isLead ? "control control-words" : "control control-words control-short"}
        id={id}
        rows={isLead ? 2 : 1}
        value={value}
        aria-describedby={described || undefined}
        aria-invalid={fault ? "true" : undefined}
        onInput={(event) => onInput(event.currentTarget.value)}
      />
      {fault && (
        <p class="error" id={`${id}-erreur`}>
          <Icon name="circle-alert" size="small" />
          {fault}
        </p>
      )}
    </div>
  );
}
