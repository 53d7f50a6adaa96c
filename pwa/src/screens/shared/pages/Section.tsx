import type { ComponentChildren } from "preact";

/** One subject of a public page: a heading, then short paragraphs or a list. */
export function Section({ title, children }: { title: string; children: ComponentChildren }) {
  return (
    <section class="stack-tight">
      <h2>{title}</h2>
      {children}
    </section>
  );
}

/** Sentences one under the other, each with its mark. */
export function Points({ of }: { of: readonly string[] }) {
  return (
    <ul class="plain-list">
      {of.map((sentence) => (
        <li key={sentence}>{sentence}</li>
      ))}
    </ul>
  );
}
