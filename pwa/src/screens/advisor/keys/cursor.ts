/** Moves focus from row to row, in whatever list the page shows; a row is marked by `data-cursor` on its link. */
export function moveCursor(by: 1 | -1): void {
  const rows = [...document.querySelectorAll<HTMLElement>("#contenu [data-cursor]")];
  const focused = rows.findIndex((row) => rowOf(row).contains(document.activeElement));
  const shown = rows.findIndex((row) => row.hasAttribute("aria-current"));
  const from = focused === -1 ? shown : focused;
  const next = from === -1 ? 0 : Math.min(Math.max(from + by, 0), rows.length - 1);
  rows[next]?.focus();
}

/** The young person of the row that has focus. */
export function personUnderCursor(): string | null {
  const row = document.activeElement?.closest("li, tr")?.querySelector<HTMLElement>("[data-cursor]");
  return row?.dataset["cursor"] ?? null;
}

function rowOf(link: HTMLElement): Element {
  return link.closest("li, tr") ?? link;
}
