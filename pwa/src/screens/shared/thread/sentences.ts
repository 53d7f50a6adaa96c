const END = /[^.!?…\n]+(?:[.!?…]+["»)\s]*|\n+|$)/g;

/** A text cut in sentences: some voices fall silent on anything longer than a quarter of a minute. */
export function sentencesOf(text: string): string[] {
  return (text.match(END) ?? []).map((sentence) => sentence.trim()).filter(Boolean);
}
