/** A part of the application that comes after the first paint. */

import type { ComponentType } from "preact";
import { h } from "preact";
import { lazy } from "preact-iso";
import { useEffect, useState } from "preact/hooks";
import { NotHere } from "./Failure.tsx";

type Late = ComponentType & { preload(): Promise<unknown> };

/** When it is neither on the device nor reachable, says so. `preload` fetches it before it is asked for. */
export function late(load: () => Promise<{ default: ComponentType }>): Late {
  return lazy(() => load().catch(() => ({ default: NotHere }))) as Late;
}

/** Shows `Shape` until the part is there: on a bad network, the page is never blank. */
export function shaped(part: Late, Shape: ComponentType): Late {
  let isHere = false;
  const fetch = () => part.preload().then(() => void (isHere = true));
  function Shaped() {
    const [isDrawn, draw] = useState(isHere);
    // It may have come since it was first drawn: asking again costs nothing. Not awaited: it says itself when missing.
    useEffect(() => void (isDrawn || fetch().then(() => draw(true))), []);
    return h(isDrawn ? part : Shape, {});
  }
  return Object.assign(Shaped, { preload: fetch });
}

/** Fetch a part once what is on screen is drawn, unless the person spares their data. The answer gives it up. */
export function fetchAfterPaint(part: Late): () => void {
  const { connection } = navigator as { connection?: { saveData?: boolean } };
  if (connection?.saveData) return () => undefined;
  const timer = setTimeout(() => void part.preload(), AFTER_PAINT_MS); // not awaited: the part says itself when it is missing
  return () => clearTimeout(timer);
}

/** Long enough for a slow phone to have drawn its first screen. */
const AFTER_PAINT_MS = 500;
