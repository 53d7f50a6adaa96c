import assert from "node:assert/strict";
import { test } from "node:test";
import cases from "../../../tests/contract/cases/reducers.json" with { type: "json" };
import type { Row } from "../api/types.ts";
import type { Intent } from "../store/intent.ts";
import type { Author } from "../store/overlay.ts";
import { REDUCERS } from "./registry.ts";

for (const { name, type, by, at, set, before, after } of cases) {
  test(name, () => {
    const reducer = REDUCERS.find((one) => one.type === type)!;
    const row = before ? frozen({ s: 1, k: reducer.kind, id: "x", v: 3, d: before } as unknown as Row) : undefined;
    const intent = { s: 1, n: 1, u: "u", mv: 1, id: "x", base: {}, type, at, set: set as Record<string, unknown> } satisfies Intent;

    const answer = reducer.apply(row, intent, by as Author);

    assert.deepEqual(answer?.d ?? null, after);
  });
}

test("every type has a case", () => {
  const tried = new Set(cases.map((one) => one.type));

  assert.deepEqual(REDUCERS.map((one) => one.type).filter((type) => !tried.has(type)), []);
});

function frozen<T>(value: T): T {
  if (value !== null && typeof value === "object") Object.values(Object.freeze(value)).forEach(frozen);
  return value;
}
