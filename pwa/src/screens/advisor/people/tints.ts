export type Tint = 1 | 2 | 3 | 4 | 5 | 6;

/** One of six tints a person, by order of arrival: ids are made in order of time, so sorting them says who came first. */
export function tintsOf(ids: readonly string[]): Map<string, Tint> {
  return new Map([...ids].sort().map((id, index) => [id, ((index % 6) + 1) as Tint]));
}
