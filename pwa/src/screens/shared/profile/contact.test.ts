import assert from "node:assert/strict";
import { test } from "node:test";
import { contactError } from "./contact.ts";

test("a number is accepted however it is spaced", () => {
  for (const number of ["06 12 34 56 78", "+33612345678", "06.12.34.56.78", "0262-12-34-56"]) assert.equal(contactError("phone", number), undefined);
});

test("what cannot be called or written to is said", () => {
  assert.equal(contactError("phone", "12 ab"), "details.phone.wrong");
  assert.equal(contactError("phone", "123"), "details.phone.wrong");
  assert.equal(contactError("email", "karim@"), "details.email.wrong");
});

test("nothing written clears without a word", () => {
  for (const field of ["phone", "email", "usual_first_name"] as const) assert.equal(contactError(field, "  "), undefined);
});
