/** One round trip: send the oldest unanswered intents, receive what changed, keep both. Start with `round`. */

import { ApiError } from "../api/client.ts";
import { readScopes, type StoredScope } from "../store/base.ts";
import { DeviceFull } from "../store/database.ts";
import type { Why } from "../store/intent.ts";
import type { Store } from "../store/open.ts";
import { unarchive } from "../store/outbox.ts";
import { applyPage, type Stored } from "../store/page.ts";
import { slices, takeBatch, type Batch } from "./batch.ts";
import { fork, quarantine, settle, type Settled } from "./settle.ts";
import { Unreachable, type Answer } from "./transport.ts";
import { PROTO, type Cursor, type PullAnswer, type SliceAnswer, type SyncAnswer, type SyncRequest } from "./wire.ts";
import { AGAIN, LATER, type Progress, type Verdict, type World } from "./world.ts";

const MOST_UPHEAVALS = 3;

export async function round(store: Store, world: World, progress: Progress): Promise<Verdict> {
  const obstacle = await checkIdentity(world);
  if (obstacle) return obstacle;
  // Towards a silent server nothing is sent: what was written meanwhile has then surely never left, and may still be changed.
  const limit = progress.isProbing || progress.isCut ? 0 : progress.limit;
  const [batch, held] = await Promise.all([takeBatch(store.outbox, limit), readScopes(store.base)]);
  if (progress.tooOld && batch.intents.length === 0 && !batch.hasMore) return { t: "idle" };
  const asked = { batch, inc: held.inc };
  const answer = await send(world, compose(world, progress, asked, held.scopes));
  progress.isCut = answer === null;
  if (answer === null) return LATER;
  const { body } = answer;
  switch (answer.status) {
    case 200:
      return accept(store, world, progress, asked, body as SyncAnswer);
    case 401:
      world.linked({ signInNeeded: true });
      return { t: "sign_in" };
    case 400:
      return narrow(store, world, progress, batch, "failed");
    case 413:
      return narrow(store, world, progress, batch, "too_large");
    case 426:
      progress.tooOld = true;
      world.linked({ tooOld: true });
      return decide(store, world, progress, asked, (body as Partial<SyncAnswer> | null)?.push ?? [], null);
    default:
      return { t: "later", seconds: answer.retryAfter };
  }
}

/** Nobody's words leave under another name. Null when the way is free. */
async function checkIdentity(world: World): Promise<Verdict | null> {
  try {
    return (await world.confirm()) ? null : LATER;
  } catch (failure) {
    if (!(failure instanceof ApiError)) throw failure;
    if (failure.status === 0) world.linked({ online: false });
    if (failure.status !== 401) return { t: "later", seconds: failure.retryAfter };
    world.linked({ online: true, signInNeeded: true });
    return { t: "sign_in" };
  }
}

interface Asked {
  batch: Batch;
  inc: string | null;
}

async function send(world: World, request: SyncRequest): Promise<Answer | null> {
  try {
    const answer = await world.post(request);
    world.linked({ online: true, ...(answer.status === 401 ? {} : { signInNeeded: false }) });
    return answer;
  } catch (failure) {
    if (!(failure instanceof Unreachable)) throw failure;
    world.linked({ online: false });
    return null;
  }
}

const BUDGET_BYTES = 262_144;

function compose(world: World, progress: Progress, { batch, inc }: Asked, scopes: StoredScope[]): SyncRequest {
  const push = slices(batch.intents);
  const canPull = !progress.tooOld && !progress.full;
  return {
    proto: PROTO,
    app: world.app,
    client: batch.client,
    inc,
    sent_at: world.now(),
    ...(push.length > 0 ? { push } : {}),
    ...(canPull ? { pull: { cursor: cursorOf(scopes), lanes: batch.awaited, budget: BUDGET_BYTES, more: progress.more } } : {}),
  };
}

export function cursorOf(scopes: Iterable<StoredScope>): Cursor {
  const cursor: Cursor = {};
  for (const { s, epoch, version } of scopes) if (epoch > 0) cursor[s] = [epoch, version];
  return cursor;
}

async function accept(store: Store, world: World, progress: Progress, asked: Asked, answer: SyncAnswer): Promise<Verdict> {
  progress.isProbed ||= progress.isProbing;
  progress.isProbing = false;
  if (asked.batch.intents.length > 0) progress.limit *= 2;
  const pull = answer.pull && !("error" in answer.pull) ? answer.pull : null;
  const stored = pull && (await receive(store, world, progress, asked, pull, answer.inc));
  const isNewBuild = progress.build !== answer.build;
  progress.build = answer.build;
  const verdict = await decide(store, world, progress, asked, answer.push ?? [], stored, isNewBuild ? answer.build : null);
  if (verdict.t !== "idle") return verdict;
  if (progress.full || progress.tooOld) return verdict;
  if (!pull || !stored || stored.behind.length > 0) return LATER;
  if (stored.stale) return AGAIN;
  return pull.more === null ? { t: "idle" } : { t: "again", inMs: pull.wait_ms ?? 0 };
}

/** Keep and show a page; null when the device has no room for it. */
async function receive(
  store: Store, world: World, progress: Progress, { batch, inc }: Asked, pull: PullAnswer, given: string,
): Promise<Stored | null> {
  const completeAt = pull.more === null ? world.now() : undefined;
  try {
    const stored = await applyPage(store.base, { ...pull, client: batch.client, inc: { asked: inc, given }, completeAt });
    progress.more = stored.stale ? null : pull.more;
    await world.painted(stored);
    if (stored.isReborn) await unarchive(store.outbox, batch.client);
    if (completeAt !== undefined && !stored.stale) world.linked({ lastSync: completeAt });
    return stored;
  } catch (failure) {
    if (!(failure instanceof DeviceFull)) throw failure;
    progress.full = true;
    world.full();
    return null;
  }
}

/** Keep what the server decided, then see whether there is more to send. */
async function decide(
  store: Store, world: World, progress: Progress, { batch }: Asked, answers: SliceAnswer[], stored: Stored | null, build: string | null = null,
): Promise<Verdict> {
  const { client, intents, awaited, hasMore } = batch;
  if (intents.length === 0 && awaited.length === 0 && build === null) return hasMore ? AGAIN : { t: "idle" };
  const lanes = new Map([...(stored?.scopes ?? [])].filter(([, scope]) => scope.client === client).map(([s, scope]) => [s, scope.lane]));
  const settled = await settle(store.outbox, {
    client, intents, answers, lanes, dropped: stored?.dropped ?? [], build, now: world.now(),
  });
  if (settled.isForked) await becomeAnother(store, world, client);
  if (settled.hasChanged || settled.isForked) await world.outboxChanged();
  if (settled.mustRetry || isTooMuch(progress, settled)) return LATER;
  return settled.isForked || settled.isRenumbered || hasMore ? AGAIN : { t: "idle" };
}

/** A server that has everything numbered anew each time would be asked without end. */
function isTooMuch(progress: Progress, { isForked, isRenumbered }: Settled): boolean {
  progress.upheavals = isForked || isRenumbered ? progress.upheavals + 1 : 0;
  return progress.upheavals > MOST_UPHEAVALS;
}

/** Before taking a new identifier, make sure that these words still leave under their author's name. */
async function becomeAnother(store: Store, world: World, client: string): Promise<void> {
  world.doubt();
  if (await world.confirm()) await fork(store.outbox, client, world.now());
}

/** The request was refused whole: halve it until the intent at fault is alone, and set aside only that one. */
async function narrow(store: Store, world: World, progress: Progress, batch: Batch, why: Why): Promise<Verdict> {
  const { intents } = batch;
  const [first] = intents;
  if (first === undefined) return LATER;
  if (intents.length > 1) {
    progress.limit = Math.ceil(intents.length / 2);
    return AGAIN;
  }
  if (why === "failed" && !progress.isProbed) {
    progress.isProbing = true;
    return AGAIN;
  }
  await quarantine(store.outbox, first, why, { client: batch.client, now: world.now(), build: null });
  await world.outboxChanged();
  progress.isProbed = false;
  return AGAIN;
}
