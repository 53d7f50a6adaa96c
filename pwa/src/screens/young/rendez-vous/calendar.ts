/** A calendar file (RFC 5545) for one appointment, made on the phone so that it works without a network. */

import type { Instant } from "../../../api/types.ts";

export interface CalendarEvent {
  /** Stays the same when the appointment moves, so that the agenda replaces it. */
  id: string;
  sequence: number;
  starts: Instant;
  ends: Instant;
  made: Instant;
  title: string;
  place: string | null;
  text: string | null;
  isCancelled: boolean;
}

const LINE_BYTES = 74;

/** The text of the file. */
export function calendarFile(event: CalendarEvent, host: string): string {
  const lines = [
    "BEGIN:VCALENDAR",
    "VERSION:2.0",
    "PRODID:-//Passerelle//Rendez-vous//FR",
    `METHOD:${event.isCancelled ? "CANCEL" : "PUBLISH"}`,
    "BEGIN:VEVENT",
    `UID:${event.id}@${host}`,
    `DTSTAMP:${utc(event.made)}`,
    `DTSTART:${utc(event.starts)}`,
    `DTEND:${utc(event.ends)}`,
    `SEQUENCE:${event.sequence}`,
    `SUMMARY:${escaped(event.title)}`,
    ...(event.place ? [`LOCATION:${escaped(event.place)}`] : []),
    ...(event.text ? [`DESCRIPTION:${escaped(event.text)}`] : []),
    `STATUS:${event.isCancelled ? "CANCELLED" : "CONFIRMED"}`,
    "END:VEVENT",
    "END:VCALENDAR",
  ];
  return lines.map(folded).join("\r\n") + "\r\n";
}

/** 20261126T130000Z */
function utc(at: Instant): string {
  return new Date(at).toISOString().replace(/[-:]|\.\d+/g, "");
}

function escaped(text: string): string {
  return text.replace(/[\\;,]/g, "\\$&").replace(/\r?\n/g, "\\n");
}

/** Lines of 75 bytes at most, cut between characters, the next ones begin with a space. */
function folded(line: string): string {
  const encoder = new TextEncoder();
  const pieces: string[] = [];
  let piece = "";
  let bytes = 0;
  for (const character of line) {
    const size = encoder.encode(character).length;
    if (bytes + size > LINE_BYTES) {
      pieces.push(piece);
      piece = "";
      bytes = 1;
    }
    piece += character;
    bytes += size;
  }
  return [...pieces, piece].join("\r\n ");
}
