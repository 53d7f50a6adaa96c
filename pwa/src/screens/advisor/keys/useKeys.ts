import { useEffect, useRef } from "preact/hooks";
import { preferences } from "../../shared/preferences.ts";
import { type Held, readKey } from "./sequence.ts";

export type Keys = Record<string, () => void>;

const layers: { current: Keys }[] = [];
let held: Held | null = null;

/** Binds single keys while the component is shown; what is shown last wins. Never active in a field or a dialog. */
export function useKeys(keys: Keys): void {
  const layer = useRef(keys);
  layer.current = keys;
  useEffect(() => {
    if (layers.length === 0) addEventListener("keydown", onKey);
    layers.push(layer);
    return () => {
      layers.splice(layers.indexOf(layer), 1);
      if (layers.length === 0) removeEventListener("keydown", onKey);
    };
  }, []);
}

function onKey(event: KeyboardEvent): void {
  if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented || isBusy(event.target)) return;
  const known = new Set(layers.flatMap(({ current }) => Object.keys(current)));
  const reading = readKey(known, held, { key: event.key, at: event.timeStamp });
  held = reading.held;
  if (!reading.gesture) return;
  event.preventDefault();
  layers.findLast(({ current }) => reading.gesture! in current)?.current[reading.gesture]?.();
}

/** Somebody is typing, a dialog is open, or the person switched single keys off. */
function isBusy(target: EventTarget | null): boolean {
  if (!preferences().shortcuts || document.querySelector("dialog[open]")) return true;
  const field = "textarea, select, [contenteditable], input:not([type=radio], [type=checkbox])";
  return target instanceof Element && target.closest(field) !== null;
}
