/** A server that speaks POST /api/sync/1 from memory, with faults to order. For tests only. */

import type { Message } from "../api/types.ts";
import type { Outcome, Why, WireIntent } from "../store/intent.ts";
import type { PageRow, ScopePage } from "../store/page.ts";
import { Unreachable, type Answer } from "./transport.ts";
import type { IntentAnswer, SliceAnswer, SyncRequest } from "./wire.ts";

interface Lane {
  last: number;
  log: Map<number, { u: string; o: Outcome; why?: Why }>;
}
export interface FakeScope {
  epoch: number;
  version: number;
  rows: Map<string, PageRow & { deleted?: boolean }>;
  lanes: Map<string, Lane>;
}

export class FakeServer {
  inc = "i1";
  build = "b1";
  now = 1_000_000;
  user = "karim";
  scopes = new Map<number, FakeScope>();
  clients = new Map<string, string>();
  knownTypes = new Set([
    "message.send", "message.edit", "message.delete", "thread.read", "read_position.set", "preferences.set", "triage.flag", "triage.handle",
  ]);
  /** By the words of the intent, or by its type. */
  refused = new Map<string, Why>();
  /** Rows of a page, whatever the budget. */
  pageRows = Infinity;
  /** Sizes of the pushes received. */
  pushes: number[] = [];
  requests: SyncRequest[] = [];
  /** One fault a request, in order; "lost" acts, then answers nothing. */
  faults: ("lost" | "unreachable" | "pull" | Answer | null)[] = [];
  /** The server cannot read a request that contains it. */
  unreadable: string | null = null;
  maxIntents = Infinity;
  signedIn = true;
  minimumApp = false;

  scope(s: number): FakeScope {
    const held = this.scopes.get(s) ?? { epoch: 1, version: 0, rows: new Map(), lanes: new Map() };
    this.scopes.set(s, held);
    return held;
  }

  /** Write rows as somebody else would: one version. */
  write(s: number, ...rows: { k: string; id: string; d: unknown }[]): void {
    const scope = this.scope(s);
    scope.version += 1;
    for (const row of rows) scope.rows.set(`${row.k} ${row.id}`, { ...row, v: scope.version });
  }

  remove(s: number, k: string, id: string): void {
    const scope = this.scope(s);
    scope.version += 1;
    scope.rows.set(`${k} ${id}`, { k, id, v: scope.version, d: null, deleted: true });
  }

  messages(s: number): (Message & { id: string })[] {
    const rows = [...this.scope(s).rows.values()].filter((row) => row.k === "message" && !row.deleted);
    return rows.map((row) => ({ id: row.id, ...(row.d as Message) })).sort((one, other) => one.seq! - other.seq!);
  }

  post = async (request: SyncRequest): Promise<Answer> => {
    const copy = structuredClone(request);
    this.requests.push(copy);
    const fault = this.faults.shift() ?? null;
    if (fault === "unreachable") throw new Unreachable();
    if (fault && typeof fault === "object") return fault;
    const answer = structuredClone(this.answer(copy, fault === "pull"));
    if (fault === "lost") throw new Unreachable();
    return answer;
  };

  private answer(request: SyncRequest, isPullFailing: boolean): Answer {
    const intents = (request.push ?? []).flatMap((slice) => slice.m);
    if (!this.signedIn) return problem(401, "auth");
    if (intents.length > this.maxIntents) return problem(413, "too_large");
    if (this.unreadable !== null && JSON.stringify(request).includes(this.unreadable)) return problem(400, "bad_request");
    if (intents.length > 0) this.pushes.push(intents.length);
    const push = (request.push ?? []).map((slice) => this.push(request.client, slice.s, slice.m));
    if (this.minimumApp) return { status: 426, body: { code: "client_too_old", push }, retryAfter: null };
    const pull = isPullFailing ? { error: "unavailable" } : request.pull && this.pull(request);
    return { status: 200, body: { proto: 1, inc: this.inc, now: this.now, build: this.build, push, pull }, retryAfter: null };
  }

  private push(client: string, s: number, intents: WireIntent[]): SliceAnswer {
    const owner = this.clients.get(client) ?? this.user;
    this.clients.set(client, owner);
    if (!this.scopes.has(s)) return { s, v: 0, last: 0, r: intents.map(({ n }) => ({ n, o: "rejected", why: "forbidden" })) };
    const scope = this.scope(s);
    const lane = scope.lanes.get(client) ?? { last: 0, log: new Map() };
    scope.lanes.set(client, lane);
    const before = scope.version;
    const r: IntentAnswer[] = [];
    for (const intent of intents) {
      const answer: IntentAnswer = owner === this.user ? this.one(scope, lane, intent, before + 1) : { n: intent.n, o: "forked" };
      r.push(answer);
      if (answer.o === "gap" || answer.o === "forked") break;
    }
    return { s, v: scope.version, last: lane.last, r };
  }

  private one(scope: FakeScope, lane: Lane, intent: WireIntent, version: number): IntentAnswer {
    const { n, u } = intent;
    if (n <= lane.last) {
      const was = lane.log.get(n);
      return was?.u === u ? { n, o: "duplicate", was } : { n, o: "forked" };
    }
    if (n > lane.last + 1) return { n, o: "gap", expected: lane.last + 1 };
    const done = this.apply(scope, intent, version);
    lane.last = n;
    lane.log.set(n, { u, ...done });
    return { n, ...done };
  }

  private apply(scope: FakeScope, intent: WireIntent, version: number): { o: Outcome; why?: Why } {
    if (!this.knownTypes.has(intent.type)) return { o: "rejected", why: "unknown_type" };
    const why = this.refused.get(String(intent.set.text ?? "")) ?? this.refused.get(intent.type);
    if (why) return { o: "rejected", why };
    const row = rowAfter(scope, intent, this.user, this.now);
    if (row === null) return { o: "noop" };
    scope.version = version;
    scope.rows.set(`${row.k} ${row.id}`, { ...row, v: version });
    return { o: "applied" };
  }

  private pull(request: SyncRequest): unknown {
    const { cursor, lanes, more } = request.pull!;
    const pushed = (request.push ?? []).map((slice) => slice.s);
    const pages: ScopePage[] = [];
    let budget = this.pageRows;
    let [resumeAt, after] = (more ?? "0 0").split(" ").map(Number) as [number, number];
    for (const [s, scope] of [...this.scopes].sort(([one], [other]) => one - other)) {
      if (s < resumeAt) continue;
      const held = cursor[s]?.[0] === scope.epoch ? Math.min(cursor[s][1], scope.version) : 0;
      if (s !== resumeAt) after = 0;
      if (held === scope.version && cursor[s] && !pushed.includes(s) && !lanes.includes(s)) continue;
      if (budget <= 0) return { scopes: pages, drop: this.drops(cursor), more: `${s} 0`, wait_ms: 0 };
      const rows = [...scope.rows.values()].filter((row) => row.v > held && (held > 0 || !row.deleted));
      rows.sort((one, other) => one.v - other.v || (one.k + one.id < other.k + other.id ? -1 : 1));
      const taken = rows.slice(after, after + budget);
      budget -= taken.length;
      const part = after + taken.length < rows.length;
      const isAsked = pushed.includes(s) || lanes.includes(s);
      const lane = isAsked ? { lane: scope.lanes.get(request.client)?.last ?? 0 } : {};
      pages.push({ ...pageOf(s, scope, held, taken), ...(part ? {} : lane), part });
      if (part) return { scopes: pages, drop: this.drops(cursor), more: `${s} ${after + taken.length}`, wait_ms: 0 };
    }
    return { scopes: pages, drop: this.drops(cursor), more: null, wait_ms: 0 };
  }

  private drops(cursor: Record<string, unknown>): { s: number; why: string }[] {
    return Object.keys(cursor).filter((s) => !this.scopes.has(Number(s))).map((s) => ({ s: Number(s), why: "revoked" }));
  }

  /** What the live channel would send to a device that is at `from`. */
  delta(s: number, from: number): ScopePage {
    const scope = this.scope(s);
    return structuredClone(pageOf(s, scope, from, [...scope.rows.values()].filter((row) => row.v > from)));
  }
}

function pageOf(s: number, scope: FakeScope, from: number, rows: (PageRow & { deleted?: boolean })[]): ScopePage {
  return {
    s, epoch: scope.epoch, from, to: scope.version,
    rows: rows.filter((row) => !row.deleted).map(({ k, id, v, d }) => ({ k, id, v, d })),
    del: rows.filter((row) => row.deleted).map((row) => [row.k, row.id, row.v]),
  };
}

function problem(status: number, code: string): Answer {
  return { status, body: { code, status }, retryAfter: null };
}

function rowAfter(scope: FakeScope, { type, id, set, at }: WireIntent, user: string, now: number): PageRow | null {
  const held = scope.rows.get(`message ${id}`);
  const count = [...scope.rows.values()].filter((row) => row.k === "message").length;
  const message = held?.d as Message | undefined;
  if (type === "message.send") {
    if (message) return null;
    return { k: "message", id, v: 0, d: { ...messageOf(user, count + 1, String(set.text)), at, arrived: now, reply_to: set.reply_to ?? null } };
  }
  if (type === "message.edit" && message) return { ...held!, d: { ...message, text: set.text, edited: at } };
  if (type === "message.delete" && message) return { ...held!, d: { ...message, text: null, deleted: at } };
  if (type === "triage.flag") return { k: "triage", id, v: 0, d: { handled: 0, ...(scope.rows.get(`triage ${id}`)?.d as object), ...set } };
  if (type === "read_position.set") return { k: "read_position", id, v: 0, d: { seq: set.seq } };
  if (type === "preferences.set") return { k: "preferences", id, v: 0, d: { ...(scope.rows.get(`preferences ${id}`)?.d as object), ...set } };
  return null;
}

export function messageOf(author: string, seq: number, text: string): Message {
  const side = author === "nadia" ? "advisor" : "young_person";
  return { seq, author, side, name: author, text, at: seq * 1000, arrived: seq * 1000, edited: null, deleted: null, reply_to: null };
}
