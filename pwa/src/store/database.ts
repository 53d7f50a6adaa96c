/** The one way into IndexedDB: transactions that end for sure, and a lost connection reopened once. */

import { deleteDB, openDB, type IDBPDatabase, type IDBPTransaction } from "idb";
import { countSleeps, endBeforeSleep, whenAwake } from "./sleep.ts";

type Connection = IDBPDatabase<unknown>;
export type ReadTx = IDBPTransaction<unknown, string[], "readonly">;
export type WriteTx = IDBPTransaction<unknown, string[], "readwrite">;

/** The device has no room left for a write; nothing was written. */
export class DeviceFull extends Error {
  override name = "DeviceFull";
}

/** The database was erased by a sign-out, here or in another tab: it is not to be created again. */
export class Erased extends Error {
  override name = "Erased";
}

export interface Schema {
  name: string;
  version: number;
  /** Create the stores; `held` are those that exist already. */
  upgrade: (db: Connection, held: DOMStringList) => void;
  /** Another tab has erased the database: may this one make it again, empty? Not unless said. */
  mayReturn?: () => boolean;
}

export class Database {
  readonly name: string;
  private readonly schema: Schema;
  private connection: Promise<Connection> | null = null;
  private isErased = false;

  constructor(schema: Schema) {
    this.schema = schema;
    this.name = schema.name;
  }

  /** Open now rather than at the first transaction; throws what IndexedDB throws. */
  async open(): Promise<void> {
    await this.connect();
  }

  /** Run `work` on a consistent snapshot. It may run twice: it must not change anything but its answer. */
  read<T>(stores: string[], work: (tx: ReadTx) => Promise<T>): Promise<T> {
    return this.retrying(async (db) => {
      const tx = db.transaction(stores, "readonly");
      endBeforeSleep(tx);
      const [answer] = await Promise.all([work(tx), tx.done]);
      return answer;
    });
  }

  /**
   * Run `work` in one transaction and resolve once it is complete: all of it or nothing.
   * "strict" waits for the disk. It may run twice, as `read`. Throws DeviceFull.
   */
  write<T>(stores: string[], durability: "strict" | "relaxed", work: (tx: WriteTx) => Promise<T>): Promise<T> {
    return this.retrying(async (db) => {
      const tx = db.transaction(stores, "readwrite", { durability });
      endBeforeSleep(tx);
      // Complete, error and abort all end here: a full disk may only be known at the end.
      const ended = tx.done.then(() => null, (reason: unknown) => reason);
      const run = async () => work(tx);
      const attempt = await run().then((answer) => ({ answer }), (failure: unknown) => ({ failure }));
      if ("failure" in attempt) abort(tx);
      const reason = await ended;
      if (!("failure" in attempt) && reason === null) return attempt.answer;
      const failure = "failure" in attempt ? attempt.failure : reason;
      throw isFull(failure) || isFull(reason) ? new DeviceFull() : failure;
    });
  }

  close(): void {
    void this.connection?.then((db) => db.close(), () => undefined); // not awaited: closing cannot fail
    this.connection = null;
  }

  /** Erase the database; resolves when it is gone. */
  async erase(): Promise<void> {
    this.isErased = true;
    this.close();
    await deleteDB(this.name);
  }

  /** Start again with an empty database. */
  async restart(): Promise<void> {
    this.close();
    await deleteDB(this.name);
    await this.open();
  }

  private async retrying<T>(run: (db: Connection) => Promise<T>): Promise<T> {
    await whenAwake();
    const sleeps = countSleeps();
    try {
      return await run(await this.connect());
    } catch (failure) {
      const wasAsleep = nameOf(failure) === "AbortError" && sleeps !== countSleeps();
      if (wasAsleep) return this.retrying(run);
      if (!isConnectionLost(failure)) throw failure;
      this.close();
      return run(await this.connect());
    }
  }

  private connect(): Promise<Connection> {
    if (this.isErased) return Promise.reject(new Erased());
    this.connection ??= this.opening().catch((failure: unknown) => {
      this.connection = null;
      throw failure;
    });
    return this.connection;
  }

  private async opening(): Promise<Connection> {
    const forget = () => (this.connection = null);
    const db = await openDB(this.schema.name, this.schema.version, {
      upgrade: (opened) => this.schema.upgrade(opened, opened.objectStoreNames),
      terminated: forget,
    });
    // Another tab erases the database (sign-out) or opens a newer version of it: let it go at once.
    db.addEventListener("versionchange", (event) => {
      this.isErased ||= event.newVersion === null && !(this.schema.mayReturn?.() ?? false);
      db.close();
      forget();
    });
    return db;
  }
}

function abort(tx: WriteTx): void {
  try {
    tx.abort();
  } catch {
    // Already over: the browser aborted it itself.
  }
}

function nameOf(failure: unknown): string {
  return failure instanceof Error || failure instanceof DOMException ? failure.name : "";
}

function isFull(failure: unknown): boolean {
  return nameOf(failure) === "QuotaExceededError";
}

// WebKit drops connections of pages it put to sleep: "Connection to Indexed Database server lost" (bugs 197050, 201483).
function isConnectionLost(failure: unknown): boolean {
  return nameOf(failure) === "InvalidStateError" || (failure instanceof Error && /connection .*lost|connection is clos/i.test(failure.message));
}
