import { useState } from "preact/hooks";
import type { Category, Row } from "../../../api/types.ts";
import { Field } from "../../../components/Field.tsx";
import { Segments } from "../../../components/Segments.tsx";
import { t } from "../../../i18n/t.ts";
import { createAction } from "../../../intents/createAction.ts";
import { editAction } from "../../../intents/editAction.ts";
import { today } from "../../../store/followup/days.ts";
import { timeZone } from "../../../store/followup/dossier.ts";
import { hoursOfCategory } from "../../../store/followup/hours.ts";
import type { DossierSummary } from "../../../store/summaries.ts";
import { FAMILIES, nameOfFamily } from "../../shared/action/families.ts";
import { LONGEST_TITLE, LONGEST_WORDS } from "../../shared/action/limits.ts";
import { suggestionsOf } from "../../shared/action/suggestions.ts";
import { TextField } from "../../shared/action/TextField.tsx";
import { useDraft } from "../../shared/action/useDraft.ts";
import { focusFirstFault } from "../person/faults.ts";
import { Select } from "../shell/Select.tsx";
import { type ActionFaults, type ActionWords, blankAction, faultsOfAction, typedIn, wordsOf } from "./actionForm.ts";
import { saying } from "./gestures.ts";

const IDS = { title: "action-titre", description: "action-detail", day: "action-jour" } as const;

/** A new action for this person, or other words for one of theirs. */
export function ActionForm({ person, row, onDone }: { person: DossierSummary; row?: Row<"action"> | undefined; onDone: () => void }) {
  const draftKey = row ? `action:${row.id}:edit` : `action:new:${person.youngPersonId}`;
  const draft = useDraft(draftKey);
  const [isAsked, setAsked] = useState(false);
  const now = today(timeZone());
  const typed = typedIn(draft.text);
  const words: ActionWords = { ...(row ? wordsOf(row) : blankAction(now)), ...typed };
  // A done action keeps the day it was planned for: that day may be ahead.
  const faults = faultsOfAction(row ? { ...words, status: "not_started" } : words, now);
  const change = (part: Partial<ActionWords>) => draft.write(JSON.stringify({ ...typed, ...part }));
  const send = (event: Event) => {
    event.preventDefault();
    setAsked(true);
    if (focusFirstFault(faults, IDS)) return;
    void draft.spend(() => (row ? save(person, row, typed, draftKey) : create(person, words, draftKey))).then(onDone);
  };
  return (
    <form class="stack" onSubmit={send} noValidate>
      <Words words={words} faults={isAsked ? faults : {}} change={change} />
      <Family value={words.category} onChange={(category) => change({ category })} />
      {!row && <Ideas category={words.category} title={words.title} onChoose={(title) => change({ title })} />}
      {!row && <Status value={words.status} onChange={(status) => change({ status })} />}
      <Field
        id={IDS.day}
        label={t(words.status === "done" && !row ? "action_form.done_on" : "action_form.due")}
        type="date"
        value={words.day}
        error={isAsked && faults.day ? t(faults.day.key) : undefined}
        onInput={(event) => change({ day: event.currentTarget.value })}
      />
      <p class="meta">{t("action_form.sees", { name: person.firstName })}</p>
      <button class="button button-primary" type="submit">
        {t("action_form.save")}
      </button>
    </form>
  );
}

function Words({ words, faults, change }: { words: ActionWords; faults: ActionFaults; change: (part: Partial<ActionWords>) => void }) {
  const said = (fault: ActionFaults["title"]) => (fault ? t(fault.key, fault.count === undefined ? {} : { count: fault.count }) : undefined);
  return (
    <>
      <TextField
        id={IDS.title}
        label={t("action_form.title")}
        value={words.title}
        longest={LONGEST_TITLE}
        error={said(faults.title)}
        onInput={(title) => change({ title })}
      />
      <TextField
        id={IDS.description}
        label={t("action_form.description")}
        value={words.description}
        longest={LONGEST_WORDS}
        error={said(faults.description)}
        onInput={(description) => change({ description })}
      />
    </>
  );
}

function Family({ value, onChange }: { value: Category | null; onChange: (category: Category | null) => void }) {
  return (
    <div class="field">
      <label for="action-famille">{t("action_form.family")}</label>
      <Select id="action-famille" value={value ?? ""} onChange={(chosen) => onChange((chosen || null) as Category | null)}>
        <option value="">{nameOfFamily(null)}</option>
        {FAMILIES.map(({ category }) => (
          <option key={category} value={category}>
            {t("action_form.family.hours", { family: nameOfFamily(category), hours: hoursOfCategory(category) })}
          </option>
        ))}
      </Select>
    </div>
  );
}

function Ideas({ category, title, onChoose }: { category: Category | null; title: string; onChoose: (title: string) => void }) {
  if (!category || title.trim() !== "") return null;
  return (
    <div class="stack-tight">
      <p class="meta" id="action-idees">
        {t("words.ideas")}
      </p>
      <div class="choices" role="group" aria-labelledby="action-idees">
        {suggestionsOf(category).map((idea) => (
          <button class="idea" type="button" key={idea} onClick={() => onChoose(idea)}>
            {idea}
          </button>
        ))}
      </div>
    </div>
  );
}

function Status({ value, onChange }: { value: ActionWords["status"]; onChange: (status: ActionWords["status"]) => void }) {
  const options = (["not_started", "in_progress", "done"] as const).map((code) => ({ value: code as ActionWords["status"], label: t(`action.status.${code}`) }));
  return <Segments legend={t("action_form.status")} options={options} value={value} onChange={onChange} />;
}

function create({ youngPersonId, firstName }: DossierSummary, words: ActionWords, draft: string): Promise<void> {
  const { title, description, category, day, status } = words;
  const done = status === "done" ? { doneOn: day } : {};
  const saved = createAction({ youngPersonId, title, description, category, due: day, status: status as "not_started" | "in_progress" | "done", ...done, draft });
  return saying(t("action_form.created", { name: firstName }), saved);
}

/** Only what was touched, so that nobody else's change is undone by saving. */
function save({ youngPersonId }: DossierSummary, { id }: Row<"action">, { title, description, category, day }: Partial<ActionWords>, draft: string): Promise<void> {
  const touched = {
    ...(title === undefined ? {} : { title }),
    ...(description === undefined ? {} : { description }),
    ...(category === undefined ? {} : { category }),
    ...(day === undefined ? {} : { due: day }),
  };
  return saying(t("action_form.saved"), editAction({ youngPersonId, id, ...touched, draft }));
}
