import type { ComponentChildren } from "preact";
import { Sheet } from "../../../components/Sheet.tsx";
import { t } from "../../../i18n/t.ts";
import { record } from "../../../store/records.ts";
import type { DossierSummary } from "../../../store/summaries.ts";
import { ActionForm } from "../action/ActionForm.tsx";
import { Validate } from "../action/Validate.tsx";
import { AppointmentForm } from "../appointment/AppointmentForm.tsx";
import { ContactForm } from "./ContactPanel.tsx";
import { NoteForm } from "./NotesTab.tsx";
import { closePanel, panel } from "./panel.ts";

/** The form that is open over the page; what is typed stays as a draft when it is closed. */
export function Panels({ person }: { person: DossierSummary }) {
  const open = panel.value;
  const id = open && "id" in open ? open.id : "";
  const title = open ? t(`panel.${open.show}`, { name: person.firstName }) : "";
  return (
    <Sheet open={open !== null} title={title} onClose={closePanel}>
      <Form key={`${open?.show} ${id}`} person={person} show={open?.show} id={id} />
    </Sheet>
  );
}

function Form({ person, show, id }: { person: DossierSummary; show: string | undefined; id: string }): ComponentChildren {
  const action = record("action", id);
  const appointment = record("appointment", id);
  const note = record("note", id);
  switch (show) {
    case "new_action":
      return <ActionForm person={person} onDone={closePanel} />;
    case "edit_action":
      return action && <ActionForm person={person} row={action} onDone={closePanel} />;
    case "validate":
      return action && <Validate person={person} row={action} onDone={closePanel} />;
    case "new_appointment":
      return <AppointmentForm person={person} onDone={closePanel} />;
    case "edit_appointment":
      return appointment && <AppointmentForm person={person} row={appointment} onDone={closePanel} />;
    case "edit_note":
      return note && <NoteForm person={person} note={note} onDone={closePanel} />;
    case "contact":
      return <ContactForm person={person} onDone={closePanel} />;
    default:
      return null;
  }
}
