/** What every gesture gives back once it is safe on the device. */
export interface Done {
  /** Present when the gesture can be taken back. */
  undo?: () => Promise<void>;
}

/** The scope a gesture needs has not been received yet, or has been taken away. */
export class NotHere extends Error {
  override name = "NotHere";
}

export function needed(scope: number | undefined): number {
  if (scope === undefined) throw new NotHere();
  return scope;
}
