/** Who uses this browser: signing in and out. The application starts through src/boot.ts. */

import { type ReadonlySignal } from "@preact/signals";
import { ApiError, request } from "../api/client.ts";
import type { Id, InvitationPreview, Me, SessionInfo } from "../api/types.ts";
import { followPreferences } from "./appearance.ts";
import { keepCanary, readLost } from "./canary.ts";
import { engine } from "./engine.ts";
import { readLocal, UNSURE, writeLocal } from "./local.ts";
import { clearMemory, loadBase, loadOutbox, person, store } from "./memory.ts";
import { closeStore, eraseStore, openStore, type Opened } from "./open.ts";
import { readMeta, writeMeta } from "./outbox.ts";
import { clearStatus, link, lost, rescued } from "./status.ts";
import { followTabs } from "./news.ts";

export { unsentCount } from "./status.ts";

/** The signed-in person, known offline too; null when signed out. */
export const me: ReadonlySignal<Me | null> = person;

/** The server has said, in the life of this page, that the cookie is this person's. */
let isConfirmed = false;
let stops: (() => void)[] = [];

/** Open the last user's data without any request; with none, ask the server who is signed in. */
export async function resume(): Promise<"ready" | "signed_out"> {
  if (readLocal("leaving") !== null && !(await endOldSession())) return "signed_out";
  const user = lastUser();
  if (user && (await openHeld(user))) return "ready";
  try {
    await adopt(await request<Me>("GET", "/api/me"));
    return "ready";
  } catch (failure) {
    if (failure instanceof ApiError) return "signed_out";
    throw failure;
  }
}

/** Whoever was there, even if somebody was signing in when the page was killed: nothing is sent before confirmIdentity. */
function lastUser(): Id | null {
  const named = readLocal("user");
  if (!named?.startsWith(UNSURE)) return named;
  writeLocal("user", named.slice(UNSURE.length) || null);
  return readLocal("user");
}

async function openHeld(user: Id): Promise<boolean> {
  const opened = await openStore(user);
  const held = await readMeta<Me>(opened.store.outbox, "me");
  if (held) await enter(opened, held);
  else closeStore(opened.store);
  return held !== undefined;
}

/** The end of a session that is still being asked: nobody enters meanwhile, or its answer would sign them out. */
let ending: Promise<boolean> | null = null;

/** True once the session left open by a sign-out without network is ended. Nobody is signed in until then. */
function endOldSession(): Promise<boolean> {
  return (ending ??= askEnd().finally(() => (ending = null)));
}

async function askEnd(): Promise<boolean> {
  try {
    await request("DELETE", "/api/me/sessions/current");
  } catch (failure) {
    if (!(failure instanceof ApiError) || failure.code !== "auth") return false;
  }
  writeLocal("leaving", null);
  return true;
}

async function enter({ store: opened, client, rescued: saved }: Opened, data: Me): Promise<void> {
  lost.value = saved ? null : readLost(data.id, client);
  rescued.value = saved;
  store.value = opened;
  person.value = data;
  const [base] = await Promise.all([loadBase(), loadOutbox()]);
  link.value = { ...link.peek(), lastSync: base?.lastSync ?? null };
  stops = [followTabs(opened), followPreferences(), keepCanary()];
  engine.current = engine.start(opened);
}

/** Close this user's data, keeping it, and forget it in memory. */
function leave(): void {
  engine.current?.stop();
  engine.current = null;
  for (const stop of stops) stop();
  stops = [];
  isConfirmed = false;
  const open = store.peek();
  clearMemory();
  clearStatus();
  if (open) closeStore(open);
}

/** Become the person the server has just named. */
async function adopt(data: Me): Promise<void> {
  if (store.peek()?.user !== data.id) {
    if (store.peek()) leave();
    const opened = await openStore(data.id);
    await writeMeta(opened.store.outbox, "me", data);
    writeLocal("user", data.id);
    writeLocal("leaving", null);
    isConfirmed = true;
    await enter(opened, data);
    return;
  }
  isConfirmed = true;
  writeLocal("user", data.id);
  link.value = { ...link.peek(), signInNeeded: false };
  await remember(data);
  void engine.current?.syncNow(); // not awaited: signing in is over
}

async function remember(data: Me): Promise<void> {
  person.value = data;
  const open = store.peek();
  if (open) await writeMeta(open.outbox, "me", data);
}

/**
 * Make sure that the cookie is still this person's: nobody's words may leave under another name.
 * True when it is. Throws ApiError when the server does not answer or nobody is signed in (`auth`).
 */
export async function confirmIdentity(): Promise<boolean> {
  const user = store.peek()?.user;
  const named = readLocal("user");
  if (named !== null && named !== user) return false;
  if (isConfirmed) return true;
  const data = await request<Me>("GET", "/api/me");
  if (data.id === user) {
    isConfirmed = true;
    await remember(data);
    return true;
  }
  await adopt(data);
  return false;
}

/** True when the cookie was seen to be this person's, without asking again. */
export function isIdentityKnown(): boolean {
  return isConfirmed && readLocal("user") === store.peek()?.user;
}

/** The server answered as if this browser were somebody else's: ask again before sending anything. */
export function doubtIdentity(): void {
  isConfirmed = false;
}

/** Other tabs of the former user stop sending while the cookie changes hands. */
async function signingIn(ask: () => Promise<Me>): Promise<void> {
  const before = readLocal("user");
  writeLocal("user", UNSURE + (before ?? ""));
  await ending;
  try {
    await adopt(await ask());
  } catch (failure) {
    writeLocal("user", before);
    throw failure;
  }
}

export function signIn(email: string, password: string): Promise<void> {
  return signingIn(() => request("POST", "/api/sessions", { email, password }));
}

export function signInDemo(persona: string): Promise<void> {
  return signingIn(() => request("POST", "/api/demo/sessions", { persona }));
}

/** What a code opens, without using it. `secret`: of this device, when it may have used that code already. */
export function previewInvitation(code: string, secret?: string): Promise<InvitationPreview> {
  return request("POST", "/api/invitations/preview", { code, secret });
}

/** The same code with the same secret opens again for fifteen minutes: the answer may have been lost. */
export function redeemInvitation(answer: { code: string; terms: string; secret: string; password?: string }): Promise<void> {
  return signingIn(() => request("POST", "/api/invitations/redeem", answer));
}

/**
 * Erase everything this person has on this device at once, and end the session as soon as the server answers.
 * Say `unsentCount` first.
 */
export async function signOut(): Promise<void> {
  const open = store.peek();
  writeLocal("leaving", "1");
  engine.current?.stop();
  void endOldSession(); // not awaited: leaving never waits for the network, and the next start asks again
  leave();
  // First of all the name: other tabs see that nothing of this person is to be made again.
  for (const key of ["user", "canary", "theme", "text"] as const) writeLocal(key, null);
  if (open) await eraseStore(open);
}

export async function sessions(): Promise<SessionInfo[]> {
  const answer = await request<{ sessions: SessionInfo[] }>("GET", "/api/me/sessions");
  return answer.sessions;
}

export async function endSession(id: Id): Promise<void> {
  await request("DELETE", `/api/me/sessions/${id}`);
}

export async function acceptTerms(version: string): Promise<void> {
  await request("POST", "/api/me/terms", { version });
  const data = person.peek();
  if (data) await remember({ ...data, terms: { ...data.terms, accepted: version } });
}
