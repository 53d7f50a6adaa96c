/** Identifiers made on the device: sortable for records, random for the browser itself. */

import type { Id, Instant } from "../api/types.ts";

function hex(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
}

/** A UUIDv7: 48 bits of time, then chance. */
export function newId(at: Instant): Id {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  const time = at.toString(16).padStart(12, "0").slice(-12);
  bytes[6] = 0x70 | (bytes[6]! & 0x0f);
  bytes[8] = 0x80 | (bytes[8]! & 0x3f);
  const rest = hex(bytes).slice(12);
  return `${time.slice(0, 8)}-${time.slice(8)}-${rest.slice(0, 4)}-${rest.slice(4, 8)}-${rest.slice(8)}`;
}

/** 128 random bits that name this browser for one user. */
export function newClientId(): string {
  return hex(crypto.getRandomValues(new Uint8Array(16)));
}
