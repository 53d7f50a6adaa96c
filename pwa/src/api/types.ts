/** Records as the server projects them, and the answers of the few REST resources. Start with `Kinds`. */

export type Id = string;
/** Milliseconds since the epoch, UTC. */
export type Instant = number;
export type Side = "young_person" | "advisor";
export type Role = Side;
export type ScopeKind = "d" | "n" | "s" | "u";

export interface FollowingAdvisor {
  id: Id;
  first_name: string;
  last_name: string;
  title: "conseillère" | "conseiller";
  usual_delay: string | null;
  since: string;
  until: string | null;
  role: "referent" | "stand_in";
}

export interface YoungPerson {
  first_name: string;
  last_name: string;
  birth_date: string | null;
  scheme: "CEJ" | "PACEA";
  activated: boolean;
  structure: string;
  site: string | null;
  advisors: FollowingAdvisor[];
}

export interface Marks {
  received: number;
  read: number;
}
export type Thread = Record<Side, Marks>;

export interface Message {
  /** null only while the message waits on this device. */
  seq: number | null;
  author: Id;
  side: Side;
  name: string;
  text: string | null;
  at: Instant;
  arrived: Instant;
  edited: Instant | null;
  deleted: Instant | null;
  reply_to: Id | null;
}

export interface ConflictValue {
  value: unknown;
  author: Id;
  name: string;
  at: Instant;
}
export interface Conflict {
  record: { k: string; id: Id };
  group: string;
  kept: ConflictValue;
  lost: ConflictValue;
  state: "open" | "kept" | "restored";
  at: Instant;
}

export interface Triage {
  flagged: boolean;
  handled: number;
}
export interface Grant {
  scope: number;
  kind: ScopeKind;
  owner: Id;
  role: "self" | "referent" | "stand_in" | "member";
  until: Instant | null;
}
export interface Preferences {
  theme: "auto" | "light" | "dark";
  text_size: "normal" | "large" | "very_large";
  share_read: boolean;
  shortcuts: boolean;
}
export interface ReadPosition {
  seq: number;
}
export interface Structure {
  name: string;
  time_zone: string;
  sites: { id: Id; name: string }[];
}
export interface AdvisorCard {
  first_name: string;
  usual_delay: string | null;
  away_until: Instant | null;
}

/** Every kind of record this version understands; unknown kinds are kept untouched and never shown. */
export interface Kinds {
  young_person: YoungPerson;
  thread: Thread;
  message: Message;
  conflict: Conflict;
  triage: Triage;
  grant: Grant;
  preferences: Preferences;
  read_position: ReadPosition;
  structure: Structure;
  advisor_card: AdvisorCard;
}
export type Kind = keyof Kinds;

/** One record as held on this device: `v` is the scope version that wrote it, 0 while it only waits here. */
export interface Row<K extends Kind = Kind> {
  s: number;
  k: K;
  id: Id;
  v: number;
  d: Kinds[K];
}

/** What the REST resources answer, from the server's own description of them (scripts/types). */
export type { InvitationCard as Invitation, InvitationPreview, Me, SessionInfo } from "./schema.d.ts";
