/** The websocket that says something changed. Nothing depends on it: it only makes the next pull come sooner. */

import type { Timers } from "../sync/loop.ts";
import type { Cursor } from "../sync/wire.ts";
import { MAX_FRAME, parseFrame, type ClientFrame, type ServerFrame, type Version } from "./frames.ts";

export type Socket = Pick<WebSocket, "send" | "close" | "onopen" | "onmessage" | "onclose" | "onerror">;

export interface LiveOptions {
  open(): Socket;
  timers: Timers;
  hello(): { client: string; cursor: Cursor };
  heard(frame: ServerFrame): void;
  /** The channel has just been opened: what happened meanwhile is to be pulled. */
  opened(): void;
}

export interface Live {
  isLive(): boolean;
  /** Say how far this device is after storing. */
  at(versions: Version[]): void;
  /** The person or the network is back: verify the socket, or open it now. */
  revive(): void;
  stop(): void;
}

const BEAT_MS = 25_000;
const DEADLINE_MS = 10_000;
const FIRST_MS = 500;
const LAST_MS = 60_000;

export function createLive({ open, timers, hello, heard, opened }: LiveOptions): Live {
  let socket: Socket | null = null;
  let isLive = false;
  let isStopped = false;
  let failures = 0;
  let cancelBeat = () => {};
  let cancelDeadline = () => {};
  let cancelRetry = () => {};

  function connect(): void {
    cancelRetry();
    if (isStopped) return;
    const mine = (socket = open());
    expectAnswer();
    mine.onopen = () => mine === socket && send(greeting());
    mine.onmessage = (event) => mine === socket && receive(event.data);
    mine.onerror = () => {};
    mine.onclose = () => mine === socket && retry();
  }

  function greeting(): ClientFrame {
    const frame: ClientFrame = { t: "hello", ...hello() };
    return JSON.stringify(frame).length > MAX_FRAME ? { ...frame, cursor: {} } : frame;
  }

  function send(frame: ClientFrame): void {
    try {
      socket?.send(JSON.stringify(frame));
    } catch {
      // The socket is closing: its close event reconnects.
    }
  }

  function receive(data: unknown): void {
    cancelDeadline();
    const frame = parseFrame(data);
    if (frame === null) return;
    if (frame.t === "ok") welcome();
    heard(frame);
    if (frame.t === "bye") retry();
  }

  function welcome(): void {
    isLive = true;
    failures = 0;
    plan();
    opened();
  }

  function plan(): void {
    cancelBeat();
    cancelBeat = timers.later(BEAT_MS, beat);
  }

  function beat(): void {
    send({ t: "hb" });
    expectAnswer();
    plan();
  }

  function expectAnswer(): void {
    cancelDeadline();
    cancelDeadline = timers.later(DEADLINE_MS, retry);
  }

  function drop(): void {
    const old = socket;
    socket = null;
    isLive = false;
    cancelBeat();
    cancelDeadline();
    old?.close();
  }

  /** Half of the delay is chance: a restarted server is not met by everybody at once. */
  function retry(): void {
    drop();
    if (isStopped) return;
    const most = Math.min(LAST_MS, FIRST_MS * 2 ** Math.min(failures, 10));
    failures += 1;
    cancelRetry();
    cancelRetry = timers.later(most * (0.5 + timers.random() / 2), connect);
  }

  connect();
  return {
    isLive: () => isLive,
    at(versions) {
      if (isLive && versions.length > 0) send({ t: "at", s: versions });
    },
    revive() {
      if (isLive) return beat();
      failures = 0;
      if (socket === null) connect();
    },
    stop() {
      isStopped = true;
      cancelRetry();
      drop();
    },
  };
}
