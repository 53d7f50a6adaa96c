import assert from "node:assert/strict";
import { test } from "node:test";
import type { FollowingAdvisor } from "../../../api/types.ts";
import { followers } from "./followers.ts";

function advisor(changes: Partial<FollowingAdvisor>): FollowingAdvisor {
  return {
    id: "nadia", first_name: "Nadia", last_name: "Benali", title: "conseillère", usual_delay: null,
    since: "2026-03-03", until: null, role: "referent", ...changes,
  };
}

test("those of the day, the one in charge first", () => {
  const nadia = advisor({});
  const standIn = advisor({ id: "marc", role: "stand_in", since: "2026-01-01", until: "2026-11-30" });
  const gone = advisor({ id: "lea", until: "2026-03-02" });
  assert.deepEqual(followers([gone, standIn, nadia], "2026-11-24"), [nadia, standIn]);
  assert.deepEqual(followers([gone, standIn, nadia], "2026-12-01"), [nadia]);
});
