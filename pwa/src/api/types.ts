/** Records as the server projects them, and the answers of the few REST resources. Start with `Kinds`. */

export type Id = string;
/** Milliseconds since the epoch, UTC. */
export type Instant = number;
/** "YYYY-MM-DD", a day in the structure's time zone. */
export type CivilDay = string;
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
  /** Last day of the scheme; null when nobody has said. */
  ends_on: CivilDay | null;
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

export type Category =
  | "EMPLOI" | "FORMATION" | "PROJET_PROFESSIONNEL" | "CITOYENNETE" | "LOGEMENT" | "SANTE" | "CULTURE_SPORT_LOISIRS" | "other";
export type ActionStatus = "not_started" | "in_progress" | "done" | "cancelled";

/** One line of what happened to an action; `value` is what the field became. */
export interface HistoryEntry {
  what: "created" | "title" | "description" | "category" | "due" | "status" | "qualified" | "deleted" | "restored";
  by: Id;
  side: Side;
  name: string;
  at: Instant;
  value: string | null;
}
export interface Qualification {
  hours: number;
  comment: string | null;
  by: Id;
  name: string;
  at: Instant;
}
export interface Action {
  title: string;
  description: string | null;
  category: Category | null;
  due: CivilDay;
  status: ActionStatus;
  /** Only when done. */
  done_on: CivilDay | null;
  creator: { id: Id; side: Side; name: string };
  created: Instant;
  qualification: Qualification | null;
  deleted: Instant | null;
  /** The last 20, oldest first. */
  history: HistoryEntry[];
}

/** Words said about an action. */
export interface Comment {
  action: Id;
  author: Id;
  side: Side;
  name: string;
  text: string;
  at: Instant;
}

export type AppointmentType =
  | "interview" | "partner_interview" | "visit" | "service" | "outside_activity" | "workshop" | "group_information" | "milo" | "other";
export type Modality = "in_person" | "phone" | "video";
export type Answer = "coming" | "not_coming";
export type AnswerReason = "transport" | "health" | "work" | "family" | "other";
export type Attendance = "unknown" | "present" | "excused" | "absent" | "cancelled_by_service";

/** One young person's part in an appointment: its id is the participant's, nobody learns of the others. */
export interface Appointment {
  /** Shared by all its participants. */
  appointment: Id;
  type: AppointmentType;
  precision: string | null;
  starts: Instant;
  ends: Instant;
  modality: Modality;
  /** A room or an address, a number, a link. */
  place: string | null;
  bring: string | null;
  note: string | null;
  organiser: { id: Id; name: string };
  cancelled: Instant | null;
  answer: Answer | null;
  answer_reason: AnswerReason | null;
  answer_text: string | null;
  answered: Instant | null;
  attendance: Attendance;
  /** Rises when the time, the place or the cancellation changes. */
  sequence: number;
}

/** Words between advisors, never on a young person's device. */
export interface Note {
  /** null once deleted. */
  text: string | null;
  author: Id;
  name: string;
  at: Instant;
  edited: Instant | null;
  deleted: Instant | null;
}

export type ContactField = "phone" | "email" | "usual_first_name";
export interface Contact extends Record<ContactField, string | null> {
  /** Who last changed each field. */
  changed: Partial<Record<ContactField, { by: Id; name: string; at: Instant }>>;
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
  action: Action;
  comment: Comment;
  appointment: Appointment;
  note: Note;
  contact: Contact;
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
