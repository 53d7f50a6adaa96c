/** Addresses written in a message become links; nothing else does, and what is shown is where it leads. */

export type Piece = { text: string; href?: string };

const ADDRESS = /https?:\/\/[^\s<>«»"]+/g;
/** Ends a sentence rather than an address. */
const TRAILING = /[.,;:!?)\]’']+$/;

export function piecesOf(text: string): Piece[] {
  const pieces: Piece[] = [];
  let done = 0;
  for (const { 0: found, index } of text.matchAll(ADDRESS)) {
    const address = found.replace(TRAILING, "");
    if (!isAddress(address)) continue;
    if (index > done) pieces.push({ text: text.slice(done, index) });
    pieces.push({ text: address, href: address });
    done = index + address.length;
  }
  if (done < text.length) pieces.push({ text: text.slice(done) });
  return pieces;
}

function isAddress(text: string): boolean {
  try {
    return new URL(text).hostname !== "";
  } catch {
    return false;
  }
}
