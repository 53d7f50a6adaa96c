import { EnvoiStateLine } from "../../../components/StateLine.tsx";
import { Icon } from "../../../components/Icon.tsx";
import { clock } from "../../../i18n/dates.ts";
import type { Envoi } from "../../../store/envois.ts";
import { summary } from "../../../store/summaries.ts";
import { me } from "../../../store/session.ts";
import { Refused } from "./Refused.tsx";
import { ToReview } from "./ToReview.tsx";
import { explain, iconOf, titleOf } from "./words.ts";

/** One thing sent: a tap unfolds what its state means, and what can be done about it. */
export function EnvoiItem({ envoi }: { envoi: Envoi }) {
  return (
    <details class="envoi" open={envoi.state === "refused" || envoi.state === "to_review"}>
      <summary class="row">
        <span class="glyph">
          <Icon name={iconOf(envoi)} />
        </span>
        <span class="row-body">
          <span class="row-title one-line" dir="auto">{titleOf(envoi)}</span>
          <span class="line-wrap">
            <EnvoiStateLine state={envoi.state} />
            <span class="meta">{aside(envoi)}</span>
          </span>
        </span>
        <Icon name="chevron-right" size="small" />
      </summary>
      <div class="envoi-more stack-tight">
        {envoi.text !== undefined && envoi.state !== "to_review" && envoi.text !== titleOf(envoi) && (
          <p class="envoi-text" dir="auto">
            {envoi.text}
          </p>
        )}
        <p class="meta">{explain(envoi)}</p>
        {envoi.state === "refused" && <Refused envoi={envoi} />}
        {envoi.state === "to_review" && <ToReview envoi={envoi} />}
      </div>
    </details>
  );
}

/** To whom, for an advisor, and when; what waits says its hour once unfolded. */
function aside(envoi: Envoi): string {
  const mine = me.value?.id === envoi.about;
  const person = envoi.about && !mine ? summary(envoi.about) : undefined;
  const when = envoi.state === "kept" ? "" : clock(envoi.sentAt ?? envoi.at);
  return [person && `${person.firstName} ${person.lastName}`, when].filter(Boolean).join(", ");
}
