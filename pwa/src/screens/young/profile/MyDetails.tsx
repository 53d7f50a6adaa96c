import { useState } from "preact/hooks";
import type { Contact, ContactField } from "../../../api/types.ts";
import type { IconName } from "../../../../build/icons.ts";
import { Field, type FieldProps } from "../../../components/Field.tsx";
import { Icon } from "../../../components/Icon.tsx";
import { Sheet } from "../../../components/Sheet.tsx";
import { toast } from "../../../components/Toast.tsx";
import { relativeDay } from "../../../i18n/dates.ts";
import { t } from "../../../i18n/t.ts";
import { setContact } from "../../../intents/setContact.ts";
import { contactOf } from "../../../store/followup/dossier.ts";
import { me } from "../../../store/session.ts";
import { contactError } from "../../shared/profile/contact.ts";

interface Detail {
  field: ContactField;
  gesture: "phone" | "email" | "usualFirstName";
  icon: IconName;
  input: Pick<FieldProps, "type" | "autocomplete" | "maxLength" | "inputMode">;
}

const DETAILS: Detail[] = [
  { field: "usual_first_name", gesture: "usualFirstName", icon: "user-round", input: { autocomplete: "nickname", maxLength: 60 } },
  { field: "phone", gesture: "phone", icon: "phone", input: { type: "tel", autocomplete: "tel", maxLength: 30 } },
  { field: "email", gesture: "email", icon: "mail", input: { type: "email", autocomplete: "email", inputMode: "email", maxLength: 120 } },
];

/** My phone, e-mail and usual first name; who changed them last is said to both sides. */
export function MyDetails() {
  const [editing, setEditing] = useState<Detail | null>(null);
  const contact = contactOf(me.value?.id ?? "")?.d;
  return (
    <section class="stack-tight" aria-labelledby="coordonnees">
      <h2 id="coordonnees">{t("details.title")}</h2>
      <ul class="card card-rows rows">
        {DETAILS.map((detail) => (
          <li key={detail.field}>
            <button class="row" type="button" onClick={() => setEditing(detail)}>
              <Icon name={detail.icon} />
              <span class="row-body">
                <span class="row-title">{t(`details.${detail.field}`)}</span>
                <span class="meta one-line" dir="auto">
                  {contact?.[detail.field] ?? t("details.nothing")}
                </span>
                <ChangedBy contact={contact} field={detail.field} />
              </span>
              <Icon name="pencil" size="small" />
            </button>
          </li>
        ))}
      </ul>
      {editing && <Edit detail={editing} value={contact?.[editing.field] ?? ""} onClose={() => setEditing(null)} />}
    </section>
  );
}

function ChangedBy({ contact, field }: { contact: Contact | undefined; field: ContactField }) {
  const changed = contact?.changed[field];
  if (!changed || changed.by === me.value?.id) return null;
  return <span class="meta">{t("details.changed", { name: changed.name, when: relativeDay(changed.at) })}</span>;
}

function Edit({ detail, value: held, onClose }: { detail: Detail; value: string; onClose: () => void }) {
  const [value, setValue] = useState(held);
  const [error, setError] = useState<string>();
  const save = async (event: Event) => {
    event.preventDefault();
    const wrong = contactError(detail.field, value);
    setError(wrong && t(wrong));
    if (wrong || !me.value) return;
    const { undo } = await setContact({ youngPersonId: me.value.id, [detail.gesture]: value.trim() || null });
    onClose();
    if (undo) toast(t("details.saved"), { undo });
  };
  return (
    <Sheet open title={t(`details.${detail.field}`)} onClose={onClose}>
      <form class="stack" onSubmit={(event) => void save(event)} noValidate>
        <Field {...detail.input} label={t(`details.${detail.field}`)} help={t(`details.${detail.field}.help`)} error={error} value={value} onInput={(event) => setValue(event.currentTarget.value)} />
        <button class="button button-primary button-large button-wide" type="submit">
          {t("details.save")}
        </button>
      </form>
    </Sheet>
  );
}
