import type { ComponentChildren } from "preact";
import { useEffect, useRef, useState } from "preact/hooks";

/** More than the largest caseload: only a list of a thousand is shown in several times. */
const STEP = 200;

export interface Growing {
  /** How many rows to show now. */
  limit: number;
  /** To be placed after the last row: reaching it shows more. */
  end: ComponentChildren;
}

/**
 * Shows a very long list as it is scrolled, `step` rows at a time, so that sorting it stays immediate.
 * A list put in another `order` begins again with its first rows.
 */
export function useGrowing(total: number, step = STEP, order: unknown = null): Growing {
  const [held, setHeld] = useState({ order, limit: step });
  const limit = held.order === order ? held.limit : step;
  const mark = useRef<HTMLDivElement>(null);
  const isWhole = limit >= total;
  useEffect(() => {
    if (isWhole || !mark.current) return;
    const near = new IntersectionObserver(
      (entries) => entries.some(({ isIntersecting }) => isIntersecting) && setHeld({ order, limit: limit + step }),
      { rootMargin: "100% 0px" },
    );
    near.observe(mark.current);
    return () => near.disconnect();
  }, [isWhole, limit, order]);
  return { limit, end: isWhole ? null : <div ref={mark} class="list-end" /> };
}
