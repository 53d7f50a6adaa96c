/** A person in front of one tab: what the screens read, over real databases and a fake server. */

import type { Me, Side } from "../api/types.ts";
import { clock } from "../store/clock.ts";
import { engine } from "../store/engine.ts";
import { clearMemory, loadBase, loadOutbox, paint, person, store } from "../store/memory.ts";
import { newUser, Tab } from "./device.fake.ts";
import { FakeServer, messageOf } from "./server.fake.ts";

export const KARIM = "karim";
/** Scopes: Nadia or Karim, Karim's dossier, its advisors' side. */
export const [OWN, DOSSIER, NOTES] = [1, 17, 18];

export interface Desk {
  tab: Tab;
  server: FakeServer;
  sync(): Promise<void>;
}

/** Sit down as Nadia (advisor) or Karim, with `count` messages of the other one already received. */
export async function sitDown(side: Side, count = 0): Promise<Desk> {
  const id = side === "advisor" ? "nadia" : KARIM;
  const server = new FakeServer();
  server.user = id;
  clock.now = () => server.now;
  fill(server, side === "advisor" ? KARIM : "nadia", count);
  const tab = await Tab.open(newUser(), server);
  tab.world.painted = paint;
  tab.world.outboxChanged = loadOutbox;
  clearMemory();
  store.value = tab.store;
  person.value = { id, role: side, first_name: id, last_name: "B", scope: OWN } as Me;
  await Promise.all([loadBase(), loadOutbox()]);
  engine.current = null;
  await tab.settle();
  return { tab, server, sync: () => tab.settle() };
}

function fill(server: FakeServer, other: string, count: number): void {
  const grant = (scope: number, kind: string) => ({ k: "grant", id: `${scope}`, d: { scope, kind, owner: KARIM, role: "referent", until: null } });
  const marks = { received: 0, read: 0 };
  server.write(OWN, grant(DOSSIER, "d"), grant(NOTES, "n"));
  server.write(DOSSIER, { k: "young_person", id: KARIM, d: { first_name: "Karim", last_name: "Haddad" } });
  server.write(DOSSIER, { k: "thread", id: KARIM, d: { young_person: marks, advisor: marks } });
  for (let seq = 1; seq <= count; seq += 1) server.write(DOSSIER, { k: "message", id: `m${seq}`, d: messageOf(other, seq, `${seq}`) });
  server.scope(NOTES);
}
