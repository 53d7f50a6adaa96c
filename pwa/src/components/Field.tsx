import type { InputEventHandler, InputHTMLAttributes, Ref } from "preact";
import { useId } from "preact/hooks";
import { Icon } from "./Icon.tsx";

export interface FieldProps {
  /** When something else must find the input. */
  id?: string;
  label: string;
  help?: string;
  /** What is wrong, with an example. Read after the help. */
  error?: string | undefined;
  value: string;
  onInput: InputEventHandler<HTMLInputElement>;
  type?: "text" | "email" | "password" | "date" | "time" | "search" | "tel";
  class?: string;
  inputRef?: Ref<HTMLInputElement>;
  name?: string;
  placeholder?: string;
  required?: boolean;
  maxLength?: number;
  /** Of a date, "YYYY-MM-DD". */
  min?: string;
  max?: string;
  autocomplete?: string;
  autocapitalize?: "off" | "characters" | "words";
  autocorrect?: "off";
  spellcheck?: boolean;
  inputMode?: "text" | "numeric" | "email";
  enterkeyhint?: "go" | "next" | "send" | "done";
}

/** One question: label, help, control, error. The other properties are attributes of the input. */
export function Field({ label, help, error, inputRef, class: extra, id: given, ...input }: FieldProps) {
  const made = useId();
  const id = given ?? made;
  // Preact describes inputs type by type; here the type is only known at run time.
  const attributes = input as InputHTMLAttributes<HTMLInputElement>;
  const described = [help && `${id}-help`, error && `${id}-error`].filter(Boolean).join(" ");
  return (
    <div class={error ? "field field-error" : "field"}>
      <label for={id}>{label}</label>
      {help && (
        <p class="help" id={`${id}-help`}>
          {help}
        </p>
      )}
      <input
        {...attributes}
        ref={inputRef}
        id={id}
        class={`control ${extra ?? ""}`}
        aria-describedby={described || undefined}
        aria-invalid={error ? "true" : undefined}
      />
      {error && (
        <p class="error" id={`${id}-error`}>
          <Icon name="circle-alert" size="small" />
          {error}
        </p>
      )}
    </div>
  );
}
