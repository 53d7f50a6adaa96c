import { planksOfScene } from "./planks.ts";

const BANKS =
  "M0 116c22-8 48-6 66 2 12 6 14 26 26 48H0zM320 116c-22-8-48-6-66 2-12 6-14 26-26 48h92z";
const WATER = "M96 152q8 5 16 0t16 0 16 0 16 0 16 0 16 0 16 0 16 0";
const ROPES = "M58 78Q160 132 262 78M58 108Q160 148 262 108";

/** The footbridge between two people; `planks` of its 15 planks are laid. Decorative. */
export function Scene({ planks = 0 }: { planks?: number }) {
  return (
    <svg class="scene" viewBox="0 36 320 130" aria-hidden="true">
      <path class="bank" d={BANKS} />
      <path class="water" d={WATER} />
      <path class="rope" d={ROPES} />
      {planksOfScene().map((plank, index) => (
        <rect
          key={index}
          class={index < planks ? "plank-validated" : "plank-empty"}
          x={plank.x - 5}
          y={plank.y - 4}
          width="10"
          height="11"
          rx="2.5"
          transform={`rotate(${plank.tilt} ${plank.x} ${plank.y})`}
        />
      ))}
      <path class="post" d="M58 70v62M262 70v62" />
      <circle class="me" cx="58" cy="52" r="10" />
      <circle class="you" cx="262" cy="52" r="11" />
    </svg>
  );
}
