/** Puts the person on the first field that is wrong; false when none is. `ids` names the elements, in reading order. */
export function focusFirstFault<Field extends string>(faults: Partial<Record<Field, unknown>>, ids: Readonly<Record<Field, string>>): boolean {
  const first = (Object.keys(ids) as Field[]).find((field) => faults[field] !== undefined);
  if (!first) return false;
  document.getElementById(ids[first])?.focus();
  return true;
}
