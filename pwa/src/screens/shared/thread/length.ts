/** How long a message may be, counted as the server counts: characters, once trimmed. */

export const LONGEST = 4000;
/** From here on the length is shown. */
const NEAR = 3600;

export interface Length {
  count: number;
  /** Characters too many; 0 when it fits. */
  excess: number;
}

/** null while the end is far: most people never see a counter. */
export function lengthOf(text: string): Length | null {
  // Characters are never more than code units: short texts need no counting.
  if (text.length < NEAR) return null;
  const count = Array.from(text.trim()).length;
  return count < NEAR ? null : { count, excess: Math.max(0, count - LONGEST) };
}
