/** What is checked before asking the server; it checks again. */

import { ageOn } from "../people/ages.ts";

export interface YoungPersonTyped {
  first_name: string;
  last_name: string;
  birth_date: string;
  scheme: "CEJ" | "PACEA";
}

export interface AdvisorTyped {
  first_name: string;
  last_name: string;
  email: string;
  title: "conseillère" | "conseiller";
  site: string;
}

/** Key of the sentence to show under each field that is wrong. */
export type Faults = Partial<Record<string, string>>;

/** Nobody much younger or older is accompanied: beyond these ages, the year was mistyped. */
const AGES = { from: 14, to: 35 };

export function checkYoungPerson(typed: YoungPersonTyped, today: string): Faults {
  return { ...checkNames(typed), ...checkBirth(typed.birth_date, today) };
}

export function checkAdvisor(typed: AdvisorTyped): Faults {
  const isAddress = /^\S+@\S+\.\S+$/.test(typed.email.trim());
  return { ...checkNames(typed), ...(isAddress ? {} : { email: "invite.fault.email" }) };
}

function checkNames({ first_name, last_name }: { first_name: string; last_name: string }): Faults {
  const faults: Faults = {};
  if (!first_name.trim()) faults["first_name"] = "invite.fault.first_name";
  if (!last_name.trim()) faults["last_name"] = "invite.fault.last_name";
  return faults;
}

function checkBirth(birthDate: string, today: string): Faults {
  if (!birthDate) return {};
  const age = ageOn(today, birthDate);
  return age >= AGES.from && age <= AGES.to ? {} : { birth_date: "invite.fault.birth_date" };
}
