/** How long the words of an action may be, and how they are counted. Pure. */

export const LONGEST_TITLE = 60;
export const LONGEST_WORDS = 1024;

/** On one line, without spaces around. */
export function cleanTitle(title: string): string {
  return title.replace(/\s+/gu, " ").trim();
}

/** Characters too many, counted as the server counts them; 0 when it fits. */
export function excessOf(text: string, longest: number): number {
  return Math.max(0, Array.from(text.trim()).length - longest);
}
