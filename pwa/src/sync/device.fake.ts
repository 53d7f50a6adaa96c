/** One tab of a device on its way through a test: real databases (fake-indexeddb), real rounds, a fake server. */

import "fake-indexeddb/auto";
import "../intents/registry.ts";
import { readBase, readMessages } from "../store/base.ts";
import type { NewIntent } from "../store/intent.ts";
import { closeStore, openStore, type Store } from "../store/open.ts";
import { enqueue, readOutbox } from "../store/outbox.ts";
import type { Link } from "../store/tabs.ts";
import { round } from "./round.ts";
import type { FakeServer } from "./server.fake.ts";
import { newProgress, type Progress, type Verdict, type World } from "./world.ts";

/** The device stopped there: nothing after it ran. */
export class Killed extends Error {
  override name = "Killed";
}

let turn = 0;

/** A name no other test has used. */
export function newUser(): string {
  return `karim${(turn += 1)}`;
}

export class Tab {
  readonly store: Store;
  readonly server: FakeServer;
  progress: Progress = newProgress();
  link: Partial<Link> = {};
  world: World;
  isFull = false;

  constructor(store: Store, server: FakeServer) {
    this.store = store;
    this.server = server;
    this.world = {
      post: server.post,
      now: () => server.now,
      app: "test",
      confirm: async () => true,
      doubt: () => {},
      painted: async () => {},
      outboxChanged: async () => {},
      linked: (change) => Object.assign(this.link, change),
      full: () => (this.isFull = true),
    };
  }

  static async open(user: string, server: FakeServer): Promise<Tab> {
    const { store } = await openStore(user);
    // An open channel would keep the test running for ever.
    store.tabs.close();
    return new Tab(store, server);
  }

  close(): void {
    closeStore(this.store);
  }

  /** The power goes at the `count`-th thing done outside memory, just before or just after it. */
  killAt(count: number, when: "before" | "after"): void {
    let done = 0;
    const step = <A extends unknown[], R>(work: (...given: A) => Promise<R>) => async (...given: A): Promise<R> => {
      done += 1;
      if (done > count || (done === count && when === "before")) throw new Killed();
      const answer = await work(...given);
      if (done >= count) throw new Killed();
      return answer;
    };
    const { outbox, base } = this.store;
    outbox.read = step(outbox.read.bind(outbox)) as typeof outbox.read;
    outbox.write = step(outbox.write.bind(outbox)) as typeof outbox.write;
    base.read = step(base.read.bind(base)) as typeof base.read;
    base.write = step(base.write.bind(base)) as typeof base.write;
    this.world.post = step(this.world.post);
  }

  async write(...gestures: NewIntent[]): Promise<void> {
    await enqueue(this.store.outbox, gestures, this.server.now);
  }

  say(text: string, s = 17, id = `m-${text}`): Promise<void> {
    return this.write({ s, type: "message.send", id, set: { text } });
  }

  round(): Promise<Verdict> {
    return round(this.store, this.world, this.progress);
  }

  /** Rounds until nothing is left; a fault is a round lost. At most `most` of them. */
  async settle(most = 60): Promise<void> {
    for (let count = 0; count < most; count += 1) {
      if ((await this.round()).t === "idle") return;
    }
    throw new Error("never at rest");
  }

  async outbox() {
    return readOutbox(this.store.outbox, 0);
  }

  async base() {
    return readBase(this.store.base);
  }

  async texts(s = 17): Promise<(string | null)[]> {
    return (await readMessages(this.store.base, s, 0, Infinity)).map((row) => row.d.text);
  }
}
