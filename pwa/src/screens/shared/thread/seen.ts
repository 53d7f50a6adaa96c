/** « Lu » means it: on the screen of a visible, focused page for one second. */

/** Vertical extent of something on screen, in CSS pixels. */
export interface Extent {
  top: number;
  bottom: number;
}

/** The newest number on screen: its end is visible, or it fills half of the view (a very long message). */
export function newestSeen(messages: Iterable<Extent & { seq: number }>, view: Extent): number {
  const height = view.bottom - view.top;
  let newest = 0;
  for (const { seq, top, bottom } of messages) {
    const visible = Math.min(bottom, view.bottom) - Math.max(top, view.top);
    const isSeen = visible > 0 && (bottom <= view.bottom || visible >= height / 2);
    if (isSeen && seq > newest) newest = seq;
  }
  return newest;
}

const LOOK_MS = 1000;

export interface Reader {
  /** Page visible and focused. */
  isAttentive(): boolean;
  /** Newest number on screen now. */
  seen(): number;
  /** Already marked as read. */
  read(): number;
  mark(seq: number): void;
}

/** Marks what has stayed on screen for one second; `check` whenever something moved. */
export function watchReading(reader: Reader): { check(): void; stop(): void } {
  let looking = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;

  function stop(): void {
    clearTimeout(timer);
    timer = undefined;
    looking = 0;
  }

  function check(): void {
    const seq = reader.isAttentive() ? reader.seen() : 0;
    if (seq <= reader.read()) return stop();
    if (timer !== undefined && seq >= looking) return;
    stop();
    looking = seq;
    timer = setTimeout(finish, LOOK_MS);
  }

  function finish(): void {
    const seq = looking;
    stop();
    if (reader.isAttentive() && reader.seen() >= seq) reader.mark(seq);
    check();
  }

  return { check, stop };
}
