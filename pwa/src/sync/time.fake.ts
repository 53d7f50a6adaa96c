/** Time that passes only when told to. For tests only. */

import type { Timers } from "./loop.ts";

export class FakeTime implements Timers {
  chance = 0.5;
  private at = 0;
  private readonly due: { at: number; run: () => void }[] = [];

  now = (): number => this.at;
  random = (): number => this.chance;

  later = (ms: number, run: () => void): (() => void) => {
    const timer = { at: this.at + ms, run };
    this.due.push(timer);
    return () => {
      const index = this.due.indexOf(timer);
      if (index >= 0) this.due.splice(index, 1);
    };
  };

  /** Let `ms` pass, running what comes due, in order. */
  async pass(ms: number): Promise<void> {
    const end = this.at + ms;
    for (;;) {
      await settled();
      const next = this.due.filter((timer) => timer.at <= end).sort((one, other) => one.at - other.at)[0];
      if (!next) break;
      this.due.splice(this.due.indexOf(next), 1);
      this.at = next.at;
      next.run();
    }
    this.at = end;
  }
}

/** Let every promise that can go on, go on. */
function settled(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}
