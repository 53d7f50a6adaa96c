import assert from "node:assert/strict";
import { test } from "node:test";
import { checkAdvisor, checkYoungPerson } from "./check.ts";

const karim = { first_name: "Karim", last_name: "Haddad", birth_date: "", scheme: "CEJ" as const };
const nadia = {
  first_name: "Nadia",
  last_name: "Benali",
  email: "nadia@val.example",
  title: "conseillère" as const,
  site: "",
};

test("names are needed, the birth date is not", () => {
  assert.deepEqual(checkYoungPerson(karim, "2026-11-24"), {});
  assert.deepEqual(Object.keys(checkYoungPerson({ ...karim, first_name: " ", last_name: "" }, "2026-11-24")), [
    "first_name",
    "last_name",
  ]);
});

test("a birth date that nobody accompanied may have is asked again", () => {
  const born = (birth_date: string) => checkYoungPerson({ ...karim, birth_date }, "2026-11-24")["birth_date"];
  assert.equal(born("2007-03-02"), undefined);
  assert.equal(born("2026-11-01"), "invite.fault.birth_date");
  assert.equal(born("1907-03-02"), "invite.fault.birth_date");
});

test("an advisor needs an address", () => {
  assert.deepEqual(checkAdvisor(nadia), {});
  assert.deepEqual(checkAdvisor({ ...nadia, email: "nadia" }), { email: "invite.fault.email" });
});
