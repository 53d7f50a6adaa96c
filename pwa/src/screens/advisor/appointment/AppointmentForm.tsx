import { useState } from "preact/hooks";
import type { Row } from "../../../api/types.ts";
import { Banner } from "../../../components/Banner.tsx";
import { Field } from "../../../components/Field.tsx";
import { Segments } from "../../../components/Segments.tsx";
import { t } from "../../../i18n/t.ts";
import { createAppointment } from "../../../intents/createAppointment.ts";
import { clock } from "../../../store/clock.ts";
import { addDays, today } from "../../../store/followup/days.ts";
import { timeZone } from "../../../store/followup/dossier.ts";
import { type DossierSummary, summary } from "../../../store/summaries.ts";
import { TextField } from "../../shared/action/TextField.tsx";
import { useDraft } from "../../shared/action/useDraft.ts";
import { saying } from "../action/gestures.ts";
import { typedIn } from "../action/actionForm.ts";
import { focusFirstFault } from "../person/faults.ts";
import { type AppointmentFaults, type AppointmentField, type AppointmentWords, blankAppointment, faultsOfAppointment, spanOf, startingAt, wordsOf } from "./appointmentForm.ts";
import { companionsOf } from "./companions.ts";
import { Participants } from "./Participants.tsx";
import { change as changeAppointment } from "./change.ts";
import { TypeField } from "./TypeField.tsx";
import { Warnings } from "./Warnings.tsx";

const IDS: Record<AppointmentField, string> = {
  precision: "rdv-intitule", day: "rdv-jour", from: "rdv-debut", to: "rdv-fin", place: "rdv-lieu", bring: "rdv-apporter", note: "rdv-mot",
};
const MODALITIES = ["in_person", "phone", "video"] as const;

/** A new appointment for this person and others, or another time and other words for one of theirs. */
export function AppointmentForm({ person, row, onDone }: { person: DossierSummary; row?: Row<"appointment"> | undefined; onDone: () => void }) {
  const zone = timeZone();
  const draftKey = row ? `appointment:${row.id}:edit` : `appointment:new:${person.youngPersonId}`;
  const draft = useDraft(draftKey);
  const [isAsked, setAsked] = useState(false);
  const typed = typedIn(draft.text) as Partial<AppointmentWords>;
  const words: AppointmentWords = { ...(row ? wordsOf(row.d, zone) : blankAppointment(addDays(today(zone), 1))), ...typed };
  const faults = faultsOfAppointment(words, clock.now(), zone);
  const change = (part: Partial<AppointmentWords>) => draft.write(JSON.stringify({ ...typed, ...part }));
  const send = (event: Event) => {
    event.preventDefault();
    setAsked(true);
    if (focusFirstFault(faults, IDS)) return;
    void draft.spend(() => (row ? changeAppointment(person, row, words, draftKey) : create(person, words, draftKey))).then(onDone);
  };
  const shared = { words, faults: isAsked ? faults : {}, change };
  return (
    <form class="stack" onSubmit={send} noValidate>
      <TypeField id={IDS.precision} {...shared} />
      <When {...shared} />
      <Warnings words={words} row={row} />
      <Where {...shared} />
      <ForThem {...shared} />
      {row ? <Everyone row={row} /> : <Participants person={person} chosen={words.others} onChange={(others) => change({ others })} />}
      <button class="button button-primary" type="submit">
        {row ? t("appointment_form.save") : t("appointment_form.give", { count: words.others.length + 1 })}
      </button>
    </form>
  );
}

export interface PartProps {
  words: AppointmentWords;
  faults: AppointmentFaults;
  change: (part: Partial<AppointmentWords>) => void;
}

function When({ words, faults, change }: PartProps) {
  const said = (field: AppointmentField) => faults[field] && t(faults[field]);
  return (
    <div class="form-line">
      <Field
        id={IDS.day}
        label={t("appointment_form.day")}
        type="date"
        value={words.day}
        error={said("day")}
        onInput={(event) => change({ day: event.currentTarget.value })}
      />
      <Field
        id={IDS.from}
        label={t("appointment_form.from")}
        type="time"
        value={words.from}
        error={said("from")}
        onInput={(event) => {
          const { from, to } = startingAt(words, event.currentTarget.value);
          change({ from, to });
        }}
      />
      <Field
        id={IDS.to}
        label={t("appointment_form.to")}
        type="time"
        value={words.to}
        error={said("to")}
        onInput={(event) => change({ to: event.currentTarget.value })}
      />
    </div>
  );
}

function Where({ words, faults, change }: PartProps) {
  const options = MODALITIES.map((value) => ({ value, label: t(`modality.${value}`) }));
  return (
    <>
      <Segments legend={t("appointment_form.modality")} options={options} value={words.modality} onChange={(modality) => change({ modality })} />
      <Field
        id={IDS.place}
        label={t(`appointment_form.place.${words.modality}`)}
        value={words.place}
        error={faults.place && t(faults.place)}
        onInput={(event) => change({ place: event.currentTarget.value })}
      />
    </>
  );
}

function ForThem({ words, faults, change }: PartProps) {
  return (
    <>
      <TextField
        id={IDS.bring}
        label={t("appointment_form.bring.field")}
        value={words.bring}
        longest={1024}
        error={faults.bring && t(faults.bring)}
        onInput={(bring) => change({ bring })}
      />
      <TextField
        id={IDS.note}
        label={t("appointment_form.note.field")}
        value={words.note}
        longest={1024}
        error={faults.note && t(faults.note)}
        onInput={(note) => change({ note })}
      />
    </>
  );
}

/** A change is for all of them. */
function Everyone({ row }: { row: Row<"appointment"> }) {
  const count = companionsOf(row).length + 1;
  return count > 1 ? <Banner title={t("appointment_form.everyone", { count })} /> : null;
}

function create({ youngPersonId }: DossierSummary, words: AppointmentWords, draft: string): Promise<void> {
  const span = spanOf(words, timeZone());
  if (!span) return Promise.resolve();
  const { type, precision, modality, place, bring, note } = words;
  // A draft may name somebody this advisor no longer follows.
  const others = words.others.filter((id) => summary(id));
  const given = createAppointment({ youngPersonIds: [youngPersonId, ...others], type, precision, ...span, modality, place, bring, note, draft });
  return saying(t("appointment_form.given", { count: others.length + 1 }), given);
}
