export interface Plank {
  x: number;
  y: number;
  /** Degrees, clockwise: the slope of the rope where the plank hangs. */
  tilt: number;
}

const START = { x: 58, y: 108 };
const LOWEST = { x: 160, y: 148 };
const END = { x: 262, y: 108 };
const COUNT = 15;
/** Planks keep clear of both posts by this share of the rope. */
const MARGIN = 0.14;

/** Where the 15 planks of the small scene lie: on its lower rope, evenly, tilted along it. */
export function planksOfScene(): Plank[] {
  return Array.from({ length: COUNT }, (_, index) =>
    onRope(MARGIN / 2 + ((1 - MARGIN) * index) / (COUNT - 1)),
  );
}

function onRope(share: number): Plank {
  const left = 1 - share;
  const at = (axis: "x" | "y") =>
    left * left * START[axis] + 2 * left * share * LOWEST[axis] + share * share * END[axis];
  const slope = (axis: "x" | "y") =>
    left * (LOWEST[axis] - START[axis]) + share * (END[axis] - LOWEST[axis]);
  const tilt = (Math.atan2(slope("y"), slope("x")) * 180) / Math.PI;
  return { x: round(at("x")), y: round(at("y")), tilt: round(tilt) };
}

const round = (value: number) => Math.round(value * 10) / 10;
