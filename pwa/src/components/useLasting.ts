import { useEffect, useState } from "preact/hooks";

/** Beyond this, somebody who waits wants to know that the application still does something. Milliseconds. */
const PATIENCE_MS = 7000;

/** True once something has been going on for long. */
export function useLasting(isGoingOn: boolean): boolean {
  const [isLong, setLong] = useState(false);
  useEffect(() => {
    if (!isGoingOn) return;
    const timer = setTimeout(() => setLong(true), PATIENCE_MS);
    return () => {
      clearTimeout(timer);
      setLong(false);
    };
  }, [isGoingOn]);
  return isLong && isGoingOn;
}
