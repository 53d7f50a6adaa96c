// Written by scripts/types from server/openapi.json. Do not edit.

export interface AdvisorDraft {
  first_name: string;
  last_name: string;
  email: string;
  title: "conseillère" | "conseiller";
  site?: string | null;
}

export interface CodeLook {
  code: string;
  secret?: string | null;
}

export interface CodeUse {
  code: string;
  terms: string;
  password?: string | null;
  secret?: string | null;
}

export interface Host {
  first_name: string;
  title: string;
}

export interface InvitationCard {
  code: string;
  link: string;
  qr_svg: string;
  expires_at: number;
}

export interface InvitationIssued {
  invitation: InvitationCard;
}

export interface InvitationPreview {
  role: "young_person" | "advisor";
  first_name: string;
  structure: string;
  advisor: Host | null;
  needs_password: boolean;
  /** The version to accept. */
  terms: string;
}

export interface Me {
  id: string;
  role: "young_person" | "advisor";
  first_name: string;
  last_name: string;
  structure: StructureName;
  supervisor: boolean;
  /** Their own `u` scope. */
  scope: number;
  terms: TermsState;
  build: string;
  demo: boolean;
  session: string;
}

export interface PaginationMetadata {
  /** Total number of items. */
  total?: number;
  /** Total number of pages. */
  total_pages?: number;
  /** First available page number. */
  first_page?: number;
  /** Last available page number. */
  last_page?: number;
  /** Current page number. */
  page?: number;
  /** Previous page number. */
  previous_page?: number;
  /** Next page number. */
  next_page?: number;
}

export interface Problem {
  type: string;
  code: string;
  title: string;
  status: number;
  request_id: string;
  errors?: Record<string, string[]>;
}

export interface SessionInfo {
  id: string;
  label: string;
  created_at: number;
  last_seen_at: number;
  current: boolean;
}

export interface SessionList {
  sessions: SessionInfo[];
}

export interface SignIn {
  email: string;
  password: string;
}

export interface StructureName {
  id: string;
  name: string;
}

export interface SyncAnswer {
  proto: number;
  inc: string;
  now: number;
  build: string;
  push: SyncSliceAnswer[];
  pull?: SyncPullAnswer;
}

export interface SyncDrop {
  s: number;
  why: string;
}

export interface SyncHello {
  protos: number[];
  now: number;
  build: string;
}

export interface SyncIntent {
  n: number;
  u: string;
  type: string;
  mv: number;
  at: number;
  id: string;
  base?: Record<string, number>;
  set?: Record<string, unknown>;
}

export interface SyncOutcome {
  o: "applied" | "merged" | "noop" | "rejected" | "duplicate" | "forked" | "gap" | "retry";
  why?: "forbidden" | "invalid_transition" | "validation" | "gone" | "too_late" | "too_large" | "unknown_type" | "failed";
  n: number;
  kept?: string[];
  was?: SyncStoredOutcome;
  expected?: number;
}

export interface SyncPull {
  cursor: Record<string, number[]>;
  lanes?: number[];
  budget?: number;
  more?: string | null;
}

export interface SyncPullAnswer {
  scopes?: SyncScope[];
  drop?: SyncDrop[];
  more?: string | null;
  wait_ms?: number;
  error?: string;
}

export interface SyncRequest {
  proto: 1;
  app: string;
  client: string;
  inc: string | null;
  sent_at: number;
  push?: SyncSlice[];
  pull?: SyncPull;
}

export interface SyncRow {
  k: string;
  id: string;
  v: number;
  d: Record<string, unknown>;
}

export interface SyncScope {
  s: number;
  epoch: number;
  from: number;
  to: number;
  lane?: number;
  rows: SyncRow[];
  del: unknown[][];
  part: boolean;
}

export interface SyncSlice {
  s: number;
  m: SyncIntent[];
}

export interface SyncSliceAnswer {
  s: number;
  v: number;
  last: number;
  r: SyncOutcome[];
}

export interface SyncStoredOutcome {
  o: "applied" | "merged" | "noop" | "rejected" | "duplicate" | "forked" | "gap" | "retry";
  why?: "forbidden" | "invalid_transition" | "validation" | "gone" | "too_late" | "too_large" | "unknown_type" | "failed";
}

export interface TermsAcceptance {
  version: string;
}

export interface TermsState {
  current: string;
  accepted: string | null;
}

export interface YoungPersonDraft {
  first_name: string;
  last_name: string;
  birth_date?: string | null;
  scheme?: "CEJ" | "PACEA";
}

export interface YoungPersonInvited {
  young_person: YoungPersonSummary;
  invitation: InvitationCard;
}

export interface YoungPersonSummary {
  id: string;
  first_name: string;
  last_name: string;
  birth_date: string | null;
  scheme: "CEJ" | "PACEA";
}

export interface Operations {
  "POST /api/advisors/invitations": { body: AdvisorDraft; answer: InvitationIssued };
  "POST /api/invitations/preview": { body: CodeLook; answer: InvitationPreview };
  "POST /api/invitations/redeem": { body: CodeUse; answer: Me };
  "GET /api/me": { body: null; answer: Me };
  "GET /api/me/sessions": { body: null; answer: SessionList };
  "DELETE /api/me/sessions/{session_id}": { body: null; answer: null };
  "POST /api/me/terms": { body: TermsAcceptance; answer: null };
  "POST /api/sessions": { body: SignIn; answer: Me };
  "POST /api/sync/1": { body: SyncRequest; answer: SyncAnswer };
  "GET /api/sync/1/hello": { body: null; answer: SyncHello };
  "POST /api/young-people": { body: YoungPersonDraft; answer: YoungPersonInvited };
  "POST /api/young-people/{young_person_id}/invitations": { body: null; answer: InvitationIssued };
}
