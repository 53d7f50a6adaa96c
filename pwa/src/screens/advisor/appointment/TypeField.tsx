import type { AppointmentType } from "../../../api/types.ts";
import { Field } from "../../../components/Field.tsx";
import { t } from "../../../i18n/t.ts";
import { Select } from "../shell/Select.tsx";
import type { PartProps } from "./AppointmentForm.tsx";
import { TYPES } from "./appointmentForm.ts";

/** What it is, and what it is about; « Autre » must say it. */
export function TypeField({ id, words, faults, change }: PartProps & { id: string }) {
  return (
    <>
      <div class="field">
        <label for="rdv-type">{t("appointment_form.type")}</label>
        <Select id="rdv-type" value={words.type} onChange={(type) => change({ type: type as AppointmentType })}>
          {TYPES.map((type) => (
            <option key={type} value={type}>
              {t(`appointment.type.${type}`)}
            </option>
          ))}
        </Select>
      </div>
      <Field
        id={id}
        label={t(words.type === "other" ? "appointment_form.precision" : "appointment_form.precision.optional")}
        value={words.precision}
        error={faults.precision && t(faults.precision)}
        onInput={(event) => change({ precision: event.currentTarget.value })}
      />
    </>
  );
}
