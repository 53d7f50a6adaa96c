import { useState } from "preact/hooks";
import type { Row } from "../../../api/types.ts";
import { t } from "../../../i18n/t.ts";
import { hoursOfCategory } from "../../../store/followup/hours.ts";
import type { DossierSummary } from "../../../store/summaries.ts";
import { TextField } from "../../shared/action/TextField.tsx";
import { excessOf } from "../../shared/action/limits.ts";
import { nameOfFamily } from "../../shared/action/families.ts";
import { Select } from "../shell/Select.tsx";
import { dayWords } from "./ActionRow.tsx";
import { validate } from "./gestures.ts";

const MOST_HOURS = 12;
const LONGEST_COMMENT = 255;

/** Hours of a done action, ready as its family counts; said to be final before they are. */
export function Validate({ person, row, onDone }: { person: DossierSummary; row: Row<"action">; onDone: () => void }) {
  const counts = person.scheme !== "PACEA";
  const [hours, setHours] = useState(counts ? hoursOfCategory(row.d.category) : 0);
  const [comment, setComment] = useState("");
  const send = (event: Event) => {
    event.preventDefault();
    if (excessOf(comment, LONGEST_COMMENT) > 0) return document.getElementById("validation-mot")?.focus();
    void validate(person.youngPersonId, row.id, { hours, comment }).then(onDone);
  };
  return (
    <form class="stack" onSubmit={send} noValidate>
      <p>
        <b class="block">{row.d.title}</b>
        <span class="meta">
          {nameOfFamily(row.d.category)}, {dayWords(row).toLowerCase()}
        </span>
      </p>
      {counts ? <Hours value={hours} onChange={setHours} /> : <p>{t("validate.no_hours")}</p>}
      <TextField
        id="validation-mot"
        label={t("validate.comment", { name: person.firstName })}
        value={comment}
        longest={LONGEST_COMMENT}
        error={undefined}
        onInput={setComment}
      />
      <p class="meta">{t("validate.final")}</p>
      <button class="button button-primary" type="submit">
        {counts ? t("validate.do", { hours }) : t("validate.open.plain")}
      </button>
    </form>
  );
}

function Hours({ value, onChange }: { value: number; onChange: (hours: number) => void }) {
  return (
    <div class="field">
      <label for="validation-heures">{t("validate.hours")}</label>
      <Select id="validation-heures" value={String(value)} onChange={(chosen) => onChange(Number(chosen))}>
        {Array.from({ length: MOST_HOURS + 1 }, (_none, hours) => (
          <option key={hours} value={hours}>
            {t("hours.count", { hours })}
          </option>
        ))}
      </Select>
    </div>
  );
}
