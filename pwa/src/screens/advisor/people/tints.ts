export type Tint = 1 | 2 | 3 | 4 | 5 | 6;

/** One of six tints a person, by order of arrival: sorting ids, made in order of time, says who came first. */
export function tintsOf(ids: readonly string[]): Map<string, Tint> {
  return new Map([...ids].sort().map((id, index) => [id, ((index % 6) + 1) as Tint]));
}
