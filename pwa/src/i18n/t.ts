/** Every sentence people read comes from here: flat keys by place, `{name}` for values, one form of plural. */

export type Values = Record<string, string | number>;

const strings = new Map<string, string>();

/** Add a file of strings; each view registers its own, so the young view does not carry the advisors' words. */
export function registerStrings(file: Record<string, string>): void {
  for (const [key, sentence] of Object.entries(file)) strings.set(key, sentence);
}

const PLURAL = /\{(\w+), plural,((?:\s*(?:=\d+|one|other) \{[^{}]*\})+)\s*\}/g;
const FORM = /(=\d+|one|other) \{([^{}]*)\}/g;

/** The sentence of a key with its values; the key itself when nobody wrote the sentence, which a check refuses. */
export function t(key: string, values: Values = {}): string {
  const sentence = strings.get(key) ?? key;
  return sentence
    .replace(PLURAL, (_whole, name: string, forms: string) => pluralForm(Number(values[name]), forms))
    .replace(/\{(\w+)\}/g, (whole, name: string) => shown(values[name]) ?? whole);
}

/** French plural: 0 and 1 take `one`; `=0` wins when written; `#` is the number. */
function pluralForm(count: number, forms: string): string {
  const byName = new Map([...forms.matchAll(FORM)].map((form) => [form[1], form[2] ?? ""]));
  const chosen = byName.get(`=${count}`) ?? (Math.abs(count) < 2 ? byName.get("one") : undefined) ?? byName.get("other") ?? "";
  return chosen.replaceAll("#", shown(count) ?? "");
}

const NUMBERS = new Intl.NumberFormat("fr-FR");

function shown(value: string | number | undefined): string | undefined {
  return typeof value === "number" ? NUMBERS.format(value) : value;
}
