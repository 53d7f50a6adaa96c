import { useState } from "preact/hooks";
import type { Contact, ContactField } from "../../../api/types.ts";
import { EnvoiStateLine } from "../../../components/StateLine.tsx";
import { Field } from "../../../components/Field.tsx";
import { Icon } from "../../../components/Icon.tsx";
import { relativeDay } from "../../../i18n/dates.ts";
import { t } from "../../../i18n/t.ts";
import { setContact } from "../../../intents/setContact.ts";
import { envois } from "../../../store/envois.ts";
import { contactOf } from "../../../store/followup/dossier.ts";
import { me } from "../../../store/session.ts";
import type { DossierSummary } from "../../../store/summaries.ts";
import { saying } from "../action/gestures.ts";
import { type ContactWords, faultsOfContact } from "./contactForm.ts";
import { focusFirstFault } from "./faults.ts";
import { ToReview } from "./Opened.tsx";
import { openPanel } from "./panel.ts";

const FIELDS: readonly ContactField[] = ["phone", "email", "usual_first_name"];
const IDS: Record<ContactField, string> = { phone: "contact-tel", email: "contact-mail", usual_first_name: "contact-prenom" };

/** How to reach this person, and who last changed it; they see and change the same. */
export function ContactPanel({ person }: { person: DossierSummary }) {
  const id = person.youngPersonId;
  const contact = contactOf(id)?.d;
  const sending = envois.value.find(({ type, about }) => type === "contact.set" && about === id)?.state;
  return (
    <section class="panel stack" aria-labelledby="coordonnees">
      <div class="panel-head">
        <h2 id="coordonnees">{t("contact.title")}</h2>
        <button class="button" type="button" onClick={() => openPanel({ show: "contact" })}>
          <Icon name="pencil" size="small" />
          {t("contact.edit")}
        </button>
      </div>
      <ToReview recordId={id} title={t("contact.conflict")} />
      <dl class="facts-grid">
        {FIELDS.map((field) => (
          <div key={field}>
            <dt>{t(`contact.${field}`)}</dt>
            <dd class="break">{contact?.[field] ?? <span class="quiet">{t("contact.none")}</span>}</dd>
            <Changed contact={contact} field={field} />
          </div>
        ))}
      </dl>
      {sending && <EnvoiStateLine state={sending} />}
    </section>
  );
}

function Changed({ contact, field }: { contact: Contact | undefined; field: ContactField }) {
  const change = contact?.changed[field];
  if (!change) return null;
  const key = change.by === me.value?.id ? "contact.changed.me" : "contact.changed";
  return <dd class="light">{t(key, { name: change.name, when: relativeDay(change.at) })}</dd>;
}

/** The same, to change. */
export function ContactForm({ person, onDone }: { person: DossierSummary; onDone: () => void }) {
  const { youngPersonId } = person;
  const held = contactOf(youngPersonId)?.d;
  const [typed, setTyped] = useState<Partial<ContactWords>>({});
  const [isAsked, setAsked] = useState(false);
  const words: ContactWords = { phone: held?.phone ?? "", email: held?.email ?? "", usual_first_name: held?.usual_first_name ?? "", ...typed };
  const faults = faultsOfContact(words);
  const send = (event: Event) => {
    event.preventDefault();
    setAsked(true);
    if (focusFirstFault(faults, IDS)) return;
    onDone();
    const { phone, email, usual_first_name: usualFirstName } = typed;
    void saying(t("contact.saved"), setContact({ youngPersonId, ...(phone === undefined ? {} : { phone }), ...(email === undefined ? {} : { email }), ...(usualFirstName === undefined ? {} : { usualFirstName }) }));
  };
  return (
    <form class="stack" onSubmit={send} noValidate>
      {FIELDS.map((field) => (
        <Field
          key={field}
          id={IDS[field]}
          label={t(`contact.${field}`)}
          {...(field === "usual_first_name" ? { help: t("contact.usual_first_name.help") } : {})}
          type={field === "phone" ? "tel" : field === "email" ? "email" : "text"}
          autocomplete="off"
          value={words[field]}
          error={isAsked && faults[field] ? t(faults[field]) : undefined}
          onInput={(event) => setTyped({ ...typed, [field]: event.currentTarget.value })}
        />
      ))}
      <p class="meta">{t("contact.sees", { name: person.firstName })}</p>
      <button class="button button-primary" type="submit">
        {t("contact.save")}
      </button>
    </form>
  );
}
