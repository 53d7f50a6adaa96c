import { said } from "./announce.ts";

/** The regions screen readers listen to; present from the first paint, empty. */
export function LiveRegions() {
  return (
    <div class="visually-hidden">
      <p aria-live="polite">{said.message}</p>
      <p aria-live="polite">{said.state}</p>
      <p aria-live="assertive">{said.urgent}</p>
    </div>
  );
}
