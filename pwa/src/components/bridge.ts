/** The 15 planks of a week: which are laid, and where they hang. */

import { GOAL } from "../store/followup/hours.ts";

export interface Hours {
  validated: number;
  declared: number;
  to_come: number;
}
export type Plank = "validated" | "declared" | "to_come" | null;

/** One plank an hour, in order of certainty; what goes beyond 15 h is said in words alone. */
export function planksOf({ validated, declared, to_come }: Hours): Plank[] {
  return Array.from({ length: GOAL }, (_, index): Plank => {
    if (index < validated) return "validated";
    if (index < validated + declared) return "declared";
    return index < validated + declared + to_come ? "to_come" : null;
  });
}

/** The planks on one line, 108 by 14: one path for each kind, for a list draws hundreds of them. */
export function inARow(planks: readonly Plank[]): { plank: string; path: string }[] {
  const paths = new Map<string, string>();
  planks.forEach((plank, index) => {
    const kind = plank ?? "none";
    paths.set(kind, `${paths.get(kind) ?? ""}M${round(2.6 + index * 7.1)} 1${ROUNDED}`);
  });
  return [...paths].map(([plank, path]) => ({ plank, path }));
}

/** 5.6 by 12 with round corners, from the end of the first corner. */
const ROUNDED = "h2.4a1.6 1.6 0 0 1 1.6 1.6v8.8a1.6 1.6 0 0 1-1.6 1.6h-2.4a1.6 1.6 0 0 1-1.6-1.6v-8.8a1.6 1.6 0 0 1 1.6-1.6z";

export interface Hanging {
  x: number;
  /** From the upper rope to the plank. */
  top: number;
  bottom: number;
  y: number;
  /** Degrees, clockwise: the slope of the rope there. */
  tilt: number;
}

const LEFT = 14;
const SPAN = 292;
const FIRST = 31.2;
const STEP = 18.4;
const round = (value: number) => Math.round(value * 10) / 10;

/** Where each plank hangs: both ropes are parabolas between two posts. */
export function hangings(): Hanging[] {
  return Array.from({ length: GOAL }, (_, index) => {
    const x = FIRST + STEP * index;
    const share = (x - LEFT) / SPAN;
    const sag = share * (1 - share);
    const y = 53 + 72 * sag;
    const tilt = (Math.atan2(72 * (1 - 2 * share), SPAN) * 180) / Math.PI;
    return { x: round(x), top: round(20 + 76 * sag), bottom: round(y - 9), y: round(y), tilt: round(tilt) };
  });
}
