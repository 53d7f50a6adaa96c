/** What differs between two short texts, word by word. */

export interface Piece {
  text: string;
  differs: boolean;
}

/** Beyond this many words on a side, the whole text is marked: comparing would cost more than it tells. */
const MOST_WORDS = 400;

/** The first text cut into what both say and what only it says. Spaces stay with the word before them. */
export function pieces(text: string, other: string): Piece[] {
  const words = cut(text);
  const others = cut(other);
  if (words.length > MOST_WORDS || others.length > MOST_WORDS) return [{ text, differs: text !== other }];
  return joined(marked(words, others));
}

function cut(text: string): string[] {
  return text.match(/\S+\s*|\s+/g) ?? [];
}

/** Words of the longest common run are shared; the others differ. */
function marked(words: string[], others: string[]): Piece[] {
  const lengths = commonLengths(words, others);
  const found: Piece[] = [];
  let j = 0;
  words.forEach((text, i) => {
    while (j < others.length && !isSame(text, others[j]) && lengths[i]![j + 1]! >= lengths[i + 1]![j]!) j += 1;
    const isShared = j < others.length && isSame(text, others[j]);
    if (isShared) j += 1;
    found.push({ text, differs: !isShared });
  });
  return found;
}

/** lengths[i][j]: how many words the two have in common, in order, from the i-th and the j-th on. */
function commonLengths(words: string[], others: string[]): number[][] {
  const lengths = Array.from({ length: words.length + 1 }, () => Array.from({ length: others.length + 1 }, () => 0));
  for (let i = words.length - 1; i >= 0; i -= 1) {
    for (let j = others.length - 1; j >= 0; j -= 1) {
      const longest = Math.max(lengths[i + 1]![j]!, lengths[i]![j + 1]!);
      lengths[i]![j] = isSame(words[i], others[j]) ? lengths[i + 1]![j + 1]! + 1 : longest;
    }
  }
  return lengths;
}

function isSame(one: string | undefined, other: string | undefined): boolean {
  return one?.trim() === other?.trim();
}

function joined(list: Piece[]): Piece[] {
  const found: Piece[] = [];
  for (const piece of list) {
    const last = found.at(-1);
    if (last?.differs === piece.differs) last.text += piece.text;
    else found.push({ ...piece });
  }
  return found;
}
