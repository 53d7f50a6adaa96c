import { useState } from "preact/hooks";
import type { Row } from "../../../api/types.ts";
import { Icon } from "../../../components/Icon.tsx";
import { EnvoiStateLine } from "../../../components/StateLine.tsx";
import { relativeDay } from "../../../i18n/dates.ts";
import { t } from "../../../i18n/t.ts";
import { deleteNote } from "../../../intents/deleteNote.ts";
import { editNote } from "../../../intents/editNote.ts";
import { writeNote } from "../../../intents/writeNote.ts";
import { notesOf } from "../../../store/followup/dossier.ts";
import { me } from "../../../store/session.ts";
import type { DossierSummary } from "../../../store/summaries.ts";
import { excessOf } from "../../shared/action/limits.ts";
import { sendingOf } from "../../shared/action/sending.ts";
import { TextField } from "../../shared/action/TextField.tsx";
import { useDraft } from "../../shared/action/useDraft.ts";
import { saying } from "../action/gestures.ts";
import { Byline } from "./Byline.tsx";
import { ToReview } from "./Opened.tsx";
import { openPanel } from "./panel.ts";

const LONGEST = 4000;

/** Private notes: who reads them is said before anything is written. */
export function NotesTab({ person }: { person: DossierSummary }) {
  const notes = notesOf(person.youngPersonId);
  return (
    <section class="panel stack" aria-labelledby="notes">
      <div>
        <h2 id="notes">{t("tabs.notes")}</h2>
        <p class="meta">{t("notes.readers", { name: person.firstName })}</p>
      </div>
      <NoteForm key={person.youngPersonId} person={person} onDone={() => undefined} />
      {notes.length > 0 && (
        <ul class="rows">
          {notes.map((note) => (
            <Note key={note.id} person={person} note={note} />
          ))}
        </ul>
      )}
    </section>
  );
}

function Note({ person: { youngPersonId }, note }: { person: DossierSummary; note: Row<"note"> }) {
  const isMine = note.d.author === me.value?.id;
  const sending = isMine ? sendingOf(note.id) : null;
  const when = t(note.d.edited === null ? "notes.at" : "notes.at.edited", { when: relativeDay(note.d.at) });
  return (
    <li class="note stack-tight">
      <ToReview recordId={note.id} title={t("notes.conflict")} />
      <p class="words">{note.d.text}</p>
      <div class="spread">
        <div>
          <Byline note={note} />
          <p class="meta">{when}</p>
          {sending && <EnvoiStateLine state={sending} />}
        </div>
        {isMine && (
          <div class="line">
            <button class="icon-button" type="button" aria-label={t("notes.edit", { when })} onClick={() => openPanel({ show: "edit_note", id: note.id })}>
              <Icon name="pencil" />
            </button>
            <button
              class="icon-button"
              type="button"
              aria-label={t("notes.delete", { when })}
              onClick={() => void saying(t("notes.deleted"), deleteNote({ youngPersonId, id: note.id }))}
            >
              <Icon name="trash-2" />
            </button>
          </div>
        )}
      </div>
    </li>
  );
}

/** A note being written, or other words for one's own. */
export function NoteForm({ person, note, onDone }: { person: DossierSummary; note?: Row<"note"> | undefined; onDone: () => void }) {
  const { youngPersonId } = person;
  const draftKey = note ? `note:${note.id}:edit` : `note:${youngPersonId}`;
  const draft = useDraft(draftKey, note?.d.text ?? "");
  const [isAsked, setAsked] = useState(false);
  const id = note ? "note-modifiee" : "note-nouvelle";
  const isEmpty = draft.text.trim() === "";
  const send = (event: Event) => {
    event.preventDefault();
    setAsked(true);
    if (isEmpty || excessOf(draft.text, LONGEST) > 0) return document.getElementById(id)?.focus();
    const { text } = draft;
    setAsked(false);
    const keep = () =>
      note
        ? saying(t("notes.changed"), editNote({ youngPersonId, id: note.id, text, draft: draftKey }))
        : saying(t("notes.written"), writeNote({ youngPersonId, text, draft: draftKey }));
    void draft.spend(keep).then(onDone);
  };
  return (
    <form class="stack-tight note-form" onSubmit={send} noValidate>
      <TextField
        id={id}
        label={t("notes.field")}
        value={draft.text}
        longest={LONGEST}
        error={isAsked && isEmpty ? t("exchanges.empty") : undefined}
        onInput={draft.write}
      />
      <div>
        <button class="button button-primary" type="submit">
          {t("notes.save")}
        </button>
      </div>
    </form>
  );
}
