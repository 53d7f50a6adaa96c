import type { Id, Row } from "../../../api/types.ts";
import { records, youngPersonOf } from "../../../store/records.ts";
import { summary } from "../../../store/summaries.ts";
import { nameOf } from "../people/caseload.ts";

export interface Companion {
  row: Row<"appointment">;
  youngPersonId: Id;
  name: string;
}

/** The other young people who share an appointment, among those this advisor follows, by name. */
export function companionsOf(row: Row<"appointment">): Companion[] {
  return records("appointment")
    .filter((other) => other.d.appointment === row.d.appointment && other.id !== row.id)
    .flatMap((other) => {
      const youngPersonId = youngPersonOf(other.s);
      const person = youngPersonId && summary(youngPersonId);
      return person ? [{ row: other, youngPersonId, name: nameOf(person) }] : [];
    })
    .sort((one, other) => one.name.localeCompare(other.name, "fr"));
}
