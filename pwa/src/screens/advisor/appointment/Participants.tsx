import { useState } from "preact/hooks";
import type { Id } from "../../../api/types.ts";
import { t } from "../../../i18n/t.ts";
import { type DossierSummary, summaries } from "../../../store/summaries.ts";
import { dayInWords } from "../people/ages.ts";
import { nameOf, tellingBirthDate } from "../people/caseload.ts";
import { NameFilter } from "../people/NameFilter.tsx";
import { searchPeople } from "../people/search.ts";

/** More than this, one types a name. */
const SHOWN = 5;

export interface ParticipantsProps {
  person: DossierSummary;
  chosen: readonly Id[];
  onChange: (chosen: Id[]) => void;
}

/** Others of the caseload who are invited too; each sees only themselves, and it is said. */
export function Participants({ person, chosen, onChange }: ParticipantsProps) {
  const [query, setQuery] = useState("");
  const others = summaries.value.filter(({ youngPersonId }) => youngPersonId !== person.youngPersonId);
  const picked = others.filter(({ youngPersonId }) => chosen.includes(youngPersonId));
  const found = query.trim() === "" ? [] : searchPeople(others, query).filter((one) => !picked.includes(one)).slice(0, SHOWN);
  if (others.length === 0) return null;
  const toggle = (id: Id) => onChange(chosen.includes(id) ? chosen.filter((one) => one !== id) : [...chosen, id]);
  return (
    <fieldset class="stack-tight" onKeyDown={keepEnter}>
      <legend class="row-title">{t("participants.title", { name: nameOf(person) })}</legend>
      <NameFilter label={t("participants.search")} value={query} onInput={setQuery} />
      <div class="stack-tight">
        {[...picked, ...found].map((one) => (
          <label class="check-line" key={one.youngPersonId}>
            <input class="tick" type="checkbox" checked={picked.includes(one)} onChange={() => toggle(one.youngPersonId)} />
            <span>
              {nameOf(one)}
              <Told person={one} />
            </span>
          </label>
        ))}
      </div>
      {query.trim() !== "" && found.length === 0 && <p class="meta">{t("participants.none")}</p>}
      <p class="meta">{t("appointment_form.only_theirs")}</p>
    </fieldset>
  );
}

/** Enter in the search looks for somebody: the form is not sent. */
function keepEnter(event: KeyboardEvent): void {
  if (event.key === "Enter" && event.target instanceof HTMLInputElement) event.preventDefault();
}

function Told({ person }: { person: DossierSummary }) {
  const birthDate = tellingBirthDate(person);
  return birthDate ? <span class="meta">{t("person.born_after", { day: dayInWords(birthDate) })}</span> : null;
}
