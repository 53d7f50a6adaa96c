import { useState } from "preact/hooks";
import type { Category, Row } from "../../../api/types.ts";
import { t } from "../../../i18n/t.ts";
import { FAMILIES, nameOfFamily } from "../../shared/action/families.ts";
import { shownWords, touchedIn, type Words } from "../../shared/action/editing.ts";
import { reword } from "./gestures.ts";
import { cleanTitle, excessOf, LONGEST_TITLE, LONGEST_WORDS } from "../../shared/action/limits.ts";
import { TextField } from "../../shared/action/TextField.tsx";
import { useDraft } from "../../shared/action/useDraft.ts";

/** Title, detail, family; the day has its own sheet. */
export function Edit({ row, onDone }: { row: Row<"action">; onDone: () => void }) {
  const draftKey = `action:${row.id}:edit`;
  const draft = useDraft(draftKey, "{}");
  const [isAsked, setAsked] = useState(false);
  const touched = touchedIn(draft.text);
  const words = shownWords(row.d, touched);
  const change = (part: Partial<Words>) => draft.write(JSON.stringify({ ...touched, ...part }));
  const isMissing = cleanTitle(words.title) === "";
  const send = (event: Event) => {
    event.preventDefault();
    setAsked(true);
    if (isMissing || isTooLong(words)) return;
    const title = touched.title === undefined ? {} : { title: cleanTitle(touched.title) };
    void draft.spend(() => reword(row, { ...touched, ...title }, draftKey)).then(onDone);
  };
  return (
    <form class="stack" onSubmit={send} noValidate>
      <TextField
        id="edit-titre"
        label={t("edit.words")}
        value={words.title}
        longest={LONGEST_TITLE}
        error={isAsked && isMissing ? t("words.title.missing") : undefined}
        onInput={(value) => change({ title: value })}
      />
      <TextField
        id="edit-detail"
        label={t("words.description")}
        value={words.description}
        longest={LONGEST_WORDS}
        error={undefined}
        onInput={(value) => change({ description: value })}
      />
      <FamilyField value={words.category} onChange={(value) => change({ category: value })} />
      <button class="button button-primary button-large button-wide" type="submit">
        {t("edit.save")}
      </button>
    </form>
  );
}

function isTooLong({ title, description }: Words): boolean {
  return excessOf(title, LONGEST_TITLE) > 0 || excessOf(description, LONGEST_WORDS) > 0;
}

function FamilyField({ value, onChange }: { value: Category | null; onChange: (category: Category) => void }) {
  return (
    <fieldset class="stack-tight">
      <legend class="row-title">{t("edit.family")}</legend>
      <div class="choices">
        {FAMILIES.map(({ category }) => (
          <label class="choice" key={category}>
            <input type="radio" name="famille" checked={category === value} onChange={() => onChange(category)} />
            <span>{nameOfFamily(category)}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
