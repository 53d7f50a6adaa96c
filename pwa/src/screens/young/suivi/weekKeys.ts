/** Keys of the week strip. Pure. */

export interface StripStep {
  /** Weeks to move by. */
  weeks: number;
  /** The day to be on, 0 for Monday. */
  index: number;
}

/** Where a key leads from a day of the strip; null when it means nothing here. */
export function stepOfKey(key: string, index: number): StripStep | null {
  switch (key) {
    case "ArrowRight":
      return index === 6 ? { weeks: 1, index: 0 } : { weeks: 0, index: index + 1 };
    case "ArrowLeft":
      return index === 0 ? { weeks: -1, index: 6 } : { weeks: 0, index: index - 1 };
    case "Home":
      return { weeks: 0, index: 0 };
    case "End":
      return { weeks: 0, index: 6 };
    case "PageDown":
      return { weeks: 1, index };
    case "PageUp":
      return { weeks: -1, index };
    default:
      return null;
  }
}
