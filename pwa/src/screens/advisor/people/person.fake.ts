import type { DossierSummary } from "../../../store/summaries.ts";

/** A young person of the caseload, for tests: « Karim Haddad » unless said otherwise. */
export function somebody(changes: Partial<DossierSummary> = {}): DossierSummary {
  const usual: DossierSummary = {
    youngPersonId: "karim",
    scope: 1,
    firstName: "Karim",
    lastName: "Haddad",
    birthDate: "2007-03-02",
    scheme: "CEJ",
    activated: true,
    last: null,
    waitingSince: null,
    unread: 0,
    flagged: false,
    newestSeq: 0,
  };
  return { ...usual, ...changes };
}

/** A person from « First Last », with an identifier of their own. */
export function named(name: string, changes: Partial<DossierSummary> = {}): DossierSummary {
  const [firstName = "", ...rest] = name.split(" ");
  return somebody({ youngPersonId: name, firstName, lastName: rest.join(" "), ...changes });
}

export function names(people: readonly DossierSummary[]): string[] {
  return people.map(({ firstName, lastName }) => `${firstName} ${lastName}`);
}

/** A last message written `at`, by the young person unless said otherwise. */
export function wrote(at: number, changes: Partial<NonNullable<DossierSummary["last"]>> = {}) {
  const side = "young_person" as const;
  return { text: "Bonjour", at, mine: false, side, name: "Karim Haddad", deleted: false, ...changes };
}
