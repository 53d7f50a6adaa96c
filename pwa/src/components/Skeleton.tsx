import { useEffect, useState } from "preact/hooks";
import { t } from "../i18n/t.ts";

/** Long enough that a fast start shows nothing, short enough that a slow one is explained. */
const PATIENCE_MS = 300;

/** Shapes of what is coming, only before the very first sync, and only after 300 ms. */
export function Skeleton({ rows = 3, words = "skeleton.preparing" }: { rows?: number; words?: string }) {
  const [late, setLate] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setLate(true), PATIENCE_MS);
    return () => clearTimeout(timer);
  }, []);
  if (!late) return null;
  return (
    <>
      <div class="stack-tight" aria-hidden="true">
        <div class="skeleton skeleton-tall" />
        {Array.from({ length: rows }, (_, index) => (
          <div class="skeleton" key={index} />
        ))}
      </div>
      <p class="meta center" role="status">
        {t(words)}
      </p>
    </>
  );
}
