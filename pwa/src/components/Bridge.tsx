import { t } from "../i18n/t.ts";
import { hangings, type Hours, inARow, planksOf } from "./bridge.ts";

const PLACES = hangings();

/** The week as a footbridge of 15 planks; its name says the figures. */
export function Bridge(hours: Hours) {
  const planks = planksOf(hours);
  return (
    <svg class="bridge" viewBox="0 0 320 92" role="img" aria-label={hoursInWords(hours)}>
      <path class="rope" d="M14 20Q160 58 306 20M14 53Q160 89 306 53" />
      {PLACES.map(({ x, top, bottom, y, tilt }, index) => (
        <g key={index}>
          <path class="hanger" d={`M${x} ${top}V${bottom}`} />
          {planks[index] && (
            <rect class={`plank-${planks[index]}`} x={x - 7} y={y - 7} width="14" height="14" rx="3.5" transform={`rotate(${tilt} ${x} ${y})`} />
          )}
        </g>
      ))}
      <path class="post" d="M14 26V86M306 26V86" />
      <circle class="me" cx="14" cy="12" r="6.5" />
      <circle class="you" cx="306" cy="12" r="7" />
    </svg>
  );
}

/** « 9 heures déclarées sur 15, dont 5 validées » */
export function hoursInWords({ validated, declared }: Hours): string {
  return t("bridge.name", { total: validated + declared, validated });
}

/** The same planks on one line, those of a kind drawn at once; decorative, the words stand beside it. */
export function Planks(hours: Hours) {
  return (
    <svg class="planks" viewBox="0 0 108 14" aria-hidden="true">
      {inARow(planksOf(hours)).map(({ plank, path }) => (
        <path key={plank} class={`plank-${plank}`} d={path} />
      ))}
    </svg>
  );
}

/** The square that a legend repeats. */
export function PlankKey({ kind }: { kind: "validated" | "declared" | "to_come" }) {
  return (
    <svg class="plank-key" viewBox="0 0 18 18" aria-hidden="true">
      <rect class={`plank-${kind}`} x="2" y="2" width="14" height="14" rx="3.5" />
    </svg>
  );
}
