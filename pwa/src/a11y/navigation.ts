/** Where a page was left: how far it was scrolled, and the link that was followed (its address, its rank among those alike). */
interface Leaving {
  scroll: number;
  link: string | null;
  rank: number;
}

const left = new Map<string, Leaving>();
let arrival: "first" | "forward" | "back" = "first";

/** Watches links and the back button, so that `arrive` knows how the next page is reached. Call once. */
export function watchNavigation(): void {
  history.scrollRestoration = "manual";
  addEventListener("click", rememberLeaving, { capture: true });
  addEventListener("popstate", () => {
    arrival = "back";
  });
}

/** To be called before a navigation made by code, which no click announces. */
export function leaveByCode(): void {
  left.set(location.pathname, { scroll: scrollY, link: null, rank: 0 });
  arrival = "forward";
}

/** Whether going back stays in the application: not when this page was the first to be opened. */
export function canGoBack(): boolean {
  const { navigation } = window as { navigation?: { canGoBack: boolean } };
  return navigation?.canGoBack ?? left.size > 0;
}

/**
 * Puts focus where a page that has just been rendered expects it: on the h1 after going forward,
 * on the link that was followed after coming back, nowhere on the very first page.
 */
export function arrive(): void {
  const how = arrival;
  const was = left.get(location.pathname);
  arrival = "forward";
  if (how === "first") return;
  if (how === "back" && was) restore(was);
  else focusHeading();
}

function rememberLeaving(event: MouseEvent): void {
  const link = (event.target as Element | null)?.closest?.("a[href]");
  if (!link) return;
  const href = link.getAttribute("href");
  const rank = href === null ? 0 : linksTo(href).indexOf(link);
  left.set(location.pathname, { scroll: scrollY, link: href, rank });
  arrival = "forward";
}

/** After a frame, once what is below the header has its height. */
function restore({ scroll, link, rank }: Leaving): void {
  requestAnimationFrame(() => {
    scrollTo(0, scroll);
    const target = link === null ? null : linksTo(link)[rank];
    if (target instanceof HTMLElement) target.focus({ preventScroll: true });
    else focusHeading();
  });
}

function linksTo(href: string): Element[] {
  return [...document.querySelectorAll(`a[href="${CSS.escape(href)}"]`)];
}

/** Focus on the h1 makes a screen reader say the page; it must carry tabindex="-1". */
export function focusHeading(): void {
  document.querySelector("h1")?.focus({ preventScroll: true });
}
