/** Frames of the live channel, in both directions; an unknown one from the server is ignored. */

import type { ScopePage } from "../store/page.ts";
import type { Cursor } from "../sync/wire.ts";

export type Version = [scope: number, version: number];

export type ClientFrame = { t: "hello"; client: string; cursor: Cursor } | { t: "at"; s: Version[] } | { t: "hb" };

export type ServerFrame =
  | { t: "ok"; now: number }
  | { t: "v"; s: Version[] }
  | { t: "d"; scopes: ScopePage[] }
  | { t: "pull" }
  | { t: "hb"; now: number }
  | { t: "bye"; why: "session" | "revoked" | "forked" }
  | { t: "error"; code: string };

export const LIVE_PATH = "/api/sync/1/live";

/** Bytes; the server refuses longer frames. */
export const MAX_FRAME = 32_000;

/** A frame out of what was received; null when it is not one. */
export function parseFrame(data: unknown): ServerFrame | null {
  try {
    const frame = JSON.parse(String(data)) as Partial<ServerFrame> | null;
    return typeof frame?.t === "string" ? (frame as ServerFrame) : null;
  } catch {
    return null;
  }
}
