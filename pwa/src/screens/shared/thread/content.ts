/** What the field of the composer holds. */

/** The words in the field and the caret; `isPlaced` when the caret must be put there, not read from there. */
export interface Content {
  text: string;
  start: number;
  end: number;
  isPlaced: boolean;
}

export const EMPTY: Content = { text: "", start: 0, end: 0, isPlaced: true };

/** The caret after the last word. */
export const atEnd = (text: string): Content => ({ text, start: text.length, end: text.length, isPlaced: true });
