// Filling the cache of a build, and reading from it.

export interface Precache {
  shell: string[];
  young: string[];
  advisor: string[];
  /** Files whose name does not change: address and integrity. */
  pinned: [string, string][];
}

/** Put hashed files in the cache; one that another build already holds is copied, not downloaded. */
export async function addAssets(cache: Cache, addresses: readonly string[]): Promise<void> {
  await Promise.all(addresses.map(async (address) => {
    if (await cache.match(address)) return;
    const known = await caches.match(address);
    if (known) return cache.put(address, known);
    return cache.add(address);
  }));
}

/** Download the files without a hash. Fails whole when the server already serves another build. */
export async function addPinned(cache: Cache, pinned: Precache["pinned"]): Promise<void> {
  await Promise.all(pinned.map(([address, integrity]) =>
    cache.add(new Request(address, { cache: "no-cache", integrity }))));
}

/** A hashed file, from whichever build holds it; kept for the next time when it had to be downloaded. */
export async function asset(name: string, request: Request): Promise<Response> {
  const known = await caches.match(request);
  if (known) return known;
  const answer = await fetch(request);
  if (answer.ok) await (await caches.open(name)).put(request, answer.clone());
  return answer;
}

/** A file of this build by address; the network answers when it is not kept. */
export async function pinnedFile(name: string, address: string, request: Request): Promise<Response> {
  const kept = await (await caches.open(name)).match(address);
  return kept ?? fetch(request);
}
