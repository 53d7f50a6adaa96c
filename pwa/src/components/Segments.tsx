import type { ComponentChildren } from "preact";
import { useId } from "preact/hooks";

export interface SegmentsProps<Value extends string> {
  legend: string;
  /** Two or three. */
  options: readonly { value: Value; label: ComponentChildren }[];
  value: Value;
  onChange: (value: Value) => void;
  /** Keep the legend for screen readers only. */
  quietLegend?: boolean;
}

/** Two or three pills in a groove, one chosen: native radios, moved with the arrows. */
export function Segments<Value extends string>(props: SegmentsProps<Value>) {
  const name = useId();
  return (
    <fieldset class="stack-tight">
      <legend class={props.quietLegend ? "visually-hidden" : "row-title"}>{props.legend}</legend>
      <div class="segments">
        {props.options.map(({ value, label }) => (
          <label class="choice" key={value}>
            <input
              type="radio"
              name={name}
              value={value}
              checked={value === props.value}
              onChange={() => props.onChange(value)}
            />
            <span>{label}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
