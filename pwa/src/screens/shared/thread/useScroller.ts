import type { RefObject } from "preact";
import { useEffect, useLayoutEffect, useState } from "preact/hooks";
import type { Id } from "../../../api/types.ts";
import type { Drawn, Pane, Place } from "./pane.ts";
import { anchorOf, isAtBottom, isNearBottom, isNearTop, messageIn, restore, scrollToBottom, scrollToTop } from "./scrolling.ts";

/** How long a message just jumped to is pointed out, in milliseconds. */
const FOUND_MS = 2000;

interface Scroller {
  pane: Pane;
  drawn: Drawn;
  scroller: RefObject<HTMLElement | null>;
  onMoved: () => void;
}

/**
 * Keeps the list where it must be, and brings messages in as the reader nears an end.
 * Answers the message just jumped to.
 */
export function useScroller({ pane, drawn, scroller, onMoved }: Scroller): Id | null {
  useLayoutEffect(() => watchScreen(pane, scroller.current!, onMoved), [pane]);
  useLayoutEffect(() => {
    const list = scroller.current!;
    reach(list, drawn.place);
    pane.settled();
    onMoved();
    // After this is painted: what is further up can wait.
    const next = requestAnimationFrame(() => setTimeout(() => bringNear(pane, list)));
    return () => cancelAnimationFrame(next);
  }, [drawn]);
  return useFound(drawn.place);
}

/** Tell the pane about the screen, and follow the reader's scrolling and every change of size. */
function watchScreen(pane: Pane, list: HTMLElement, onMoved: () => void): () => void {
  let isFollowing = true;
  let last = { top: list.scrollTop, height: list.clientHeight };
  pane.watch({ isAtBottom: () => isFollowing || isAtBottom(list), anchor: () => anchorOf(list) });

  const onScroll = () => {
    // Only going up leaves the end: a list that has just changed size is not at its end, and nobody moved.
    const isStill = list.clientHeight !== last.height || list.scrollTop >= last.top;
    isFollowing = isAtBottom(list) || (isFollowing && isStill);
    last = { top: list.scrollTop, height: list.clientHeight };
    bringNear(pane, list);
    onMoved();
  };
  // A keyboard that opens or a text that grows must not hide the end from somebody who was reading it.
  const sizes = new ResizeObserver(() => {
    if (isFollowing) scrollToBottom(list);
    onMoved();
  });
  list.addEventListener("scroll", onScroll, { passive: true });
  for (const element of [list, ...list.children]) sizes.observe(element);
  return () => {
    list.removeEventListener("scroll", onScroll);
    sizes.disconnect();
  };
}

function bringNear(pane: Pane, list: HTMLElement): void {
  if (isNearTop(list)) pane.showEarlier();
  else if (isNearBottom(list)) pane.showLater();
  if (isAtBottom(list)) pane.reachedBottom();
}

function reach(list: HTMLElement, place: Place): void {
  if (place.at === "bottom") scrollToBottom(list);
  else if (place.at === "unread") {
    const line = list.querySelector("[data-unread]");
    if (line) scrollToTop(list, line);
  } else if (place.at === "anchor") {
    if (place.anchor) restore(list, place.anchor);
  } else reachMessage(list, place.id, place.isFound);
}

function reachMessage(list: HTMLElement, id: Id, isFound: boolean): void {
  const message = messageIn(list, id);
  message?.focus({ preventScroll: true });
  message?.scrollIntoView({ block: isFound ? "center" : "nearest" });
}

function useFound(place: Place): Id | null {
  const [found, setFound] = useState<Id | null>(null);
  useEffect(() => {
    if (place.at !== "message" || !place.isFound) return;
    setFound(place.id);
    const timer = setTimeout(() => setFound(null), FOUND_MS);
    return () => clearTimeout(timer);
  }, [place]);
  return found;
}
