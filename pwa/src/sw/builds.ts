// One cache per build. The running build and the one before it are kept: a page opened before an update
// may still ask for a part it had not loaded yet.

const PREFIX = "passerelle-";
const MEMORY = "passerelle.memory";
const ACTIVE = "/active-build";
const VIEW = "/view";

export type View = "young" | "advisor";

export const cacheName = (build: string): string => PREFIX + build;

/** Caches to delete when `current` starts while `previous` was running. */
export function outdated(names: readonly string[], current: string, previous: string | null): string[] {
  const kept = [current, previous].map((build) => build && cacheName(build));
  return names.filter((name) => name.startsWith(PREFIX) && !kept.includes(name));
}

async function remembered(key: string): Promise<string | null> {
  const answer = await (await caches.open(MEMORY)).match(key);
  return answer ? answer.text() : null;
}

async function remember(key: string, value: string): Promise<void> {
  await (await caches.open(MEMORY)).put(key, new Response(value));
}

/** Note that `build` runs from now on and drop the builds nobody can still be using. */
export async function takeOver(build: string): Promise<void> {
  const active = await remembered(ACTIVE);
  const previous = active === build ? null : active;
  if (active !== build) await remember(ACTIVE, build);
  const old = outdated(await caches.keys(), build, previous);
  await Promise.all(old.map((name) => caches.delete(name)));
}

/** The role's view kept for a start without network; null when nobody is signed in. */
export async function keptView(): Promise<View | null> {
  return (await remembered(VIEW)) as View | null;
}

/** Remember which role's view to keep, across updates too. */
export async function keepView(view: View): Promise<void> {
  await remember(VIEW, view);
}

/** Nobody is signed in any more. */
export async function forgetView(): Promise<void> {
  await (await caches.open(MEMORY)).delete(VIEW);
}
