/** Signs a list shows, and a screen reader reads, of a message: who wants more opens it. */
const MOST = 100;

/** The beginning of a text on one line, cut between two words when there is one near; « … » says that it goes on. */
export function excerpt(text: string, most: number = MOST): string {
  const line = text.replace(/\s+/g, " ").trim();
  const signs = [...line];
  if (signs.length <= most) return line;
  const head = signs.slice(0, most).join("");
  const space = head.lastIndexOf(" ");
  return `${space > head.length / 2 ? head.slice(0, space) : head}…`;
}
