import type { DossierSummary } from "../../../store/summaries.ts";
import { factsOf } from "./facts.ts";

/** What is known of a person, and nothing invented. */
export function Facts({ person, class: extra }: { person: DossierSummary; class: string }) {
  return (
    <dl class={extra}>
      {factsOf(person).map(({ label, value, more }) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>{value}</dd>
          {more && <dd class="light">{more}</dd>}
        </div>
      ))}
    </dl>
  );
}
