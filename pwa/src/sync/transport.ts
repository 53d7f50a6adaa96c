/** One exchange with the server: compressed when worth it, never waiting for ever. */

import { retryAfterSeconds } from "../api/client.ts";
import { SYNC_PATH, type SyncRequest } from "./wire.ts";

/** What came back. `body` is null when it was not JSON: then nothing is known of the intents' fate. */
export interface Answer {
  status: number;
  body: unknown;
  /** Seconds. */
  retryAfter: number | null;
}

/** Nothing came back: no network, a cut, or too long a silence. */
export class Unreachable extends Error {
  override name = "Unreachable";
}

export type Post = (request: SyncRequest) => Promise<Answer>;

const TIMEOUT_MS = 30_000;
const GZIP_ABOVE_BYTES = 1024;

/** Send a request; throws Unreachable, and only that. */
export async function post(request: SyncRequest): Promise<Answer> {
  const silence = new AbortController();
  const timer = setTimeout(() => silence.abort(), TIMEOUT_MS);
  try {
    const response = await fetch(SYNC_PATH, { ...(await encoded(request)), signal: silence.signal });
    const body: unknown = await response.json().catch(() => null);
    if (response.ok && body === null) throw new Unreachable();
    return { status: response.status, body, retryAfter: retryAfterSeconds(response) };
  } catch {
    throw new Unreachable();
  } finally {
    clearTimeout(timer);
  }
}

async function encoded(request: SyncRequest): Promise<RequestInit> {
  const text = JSON.stringify(request);
  const json = plain(text);
  if (text.length <= GZIP_ABOVE_BYTES || typeof CompressionStream === "undefined") return json;
  const stream = new Blob([text]).stream().pipeThrough(new CompressionStream("gzip"));
  return {
    ...json,
    headers: { "Content-Type": "application/json", "Content-Encoding": "gzip" },
    body: await new Response(stream).arrayBuffer(),
  };
}

function plain(text: string): RequestInit {
  return { method: "POST", credentials: "same-origin", cache: "no-store", headers: { "Content-Type": "application/json" }, body: text };
}

const KEEPALIVE_BYTES = 60 * 1024;

/** Send without waiting, while the page is being left; browsers carry at most 64 KiB. False when it does not fit. */
export function postOnLeaving(request: SyncRequest): boolean {
  const text = JSON.stringify(request);
  if (new Blob([text]).size > KEEPALIVE_BYTES) return false;
  void fetch(SYNC_PATH, { ...plain(text), keepalive: true }).catch(() => undefined); // not awaited: nobody is left to hear
  return true;
}
