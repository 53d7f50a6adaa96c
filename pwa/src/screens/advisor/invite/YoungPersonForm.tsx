import { useEffect, useRef, useState } from "preact/hooks";
import { inviteYoungPerson } from "../../../api/invite.ts";
import { Field } from "../../../components/Field.tsx";
import { Segments } from "../../../components/Segments.tsx";
import { civilDay } from "../../../i18n/dates.ts";
import { t } from "../../../i18n/t.ts";
import { clock } from "../../../store/clock.ts";
import { status } from "../../../store/status.ts";
import { checkYoungPerson, type Faults } from "./check.ts";
import { focusFirstFault, without } from "./faults.ts";
import { hand } from "./open.ts";
import { Namesakes } from "./Namesakes.tsx";
import { NeedsNetwork, Trouble } from "./Trouble.tsx";
import { typedYoungPerson as typed } from "./typed.ts";
import { useAsking } from "./useAsking.ts";

const SCHEMES = [
  { value: "CEJ", label: "CEJ" },
  { value: "PACEA", label: "PACEA" },
] as const;

/** Four questions, one of them optional; the answer is a code to hand over. */
export function YoungPersonForm() {
  const form = useRef<HTMLFormElement>(null);
  const [faults, setFaults] = useState<Faults>({});
  const asking = useAsking();
  const { first_name, last_name, birth_date, scheme } = typed.value.value;
  useEffect(() => void typed.restore(), []);

  const submit = (event: Event) => {
    event.preventDefault();
    const found = checkYoungPerson(typed.value.value, civilDay(clock.now()));
    setFaults(found);
    if (Object.keys(found).length > 0) return focusFirstFault(form.current);
    void asking.ask(async () => {
      const person = { first_name: first_name.trim(), last_name: last_name.trim(), scheme };
      const made = await inviteYoungPerson(birth_date ? { ...person, birth_date } : person);
      await typed.forget();
      const { id, first_name: firstName, last_name: lastName } = made.young_person;
      hand({ id, firstName, lastName }, made.invitation);
    });
  };
  const change = (part: Partial<typeof typed.value.value>) => {
    typed.change(part);
    setFaults(without(faults, Object.keys(part)));
  };
  const faultOf = (field: string) => (faults[field] ? t(faults[field]) : asking.fieldTrouble(field));
  return (
    <form class="stack" ref={form} onSubmit={submit} noValidate>
      {!status.value.online && <NeedsNetwork />}
      <Field
        label={t("invite.first_name")}
        value={first_name}
        autocomplete="off"
        maxLength={80}
        required
        error={faultOf("first_name")}
        onInput={(event) => change({ first_name: event.currentTarget.value })}
      />
      <Field
        label={t("invite.last_name")}
        value={last_name}
        autocomplete="off"
        maxLength={80}
        required
        error={faultOf("last_name")}
        onInput={(event) => change({ last_name: event.currentTarget.value })}
      />
      <Namesakes name={{ firstName: first_name, lastName: last_name }} />
      <Field
        label={t("invite.birth_date")}
        help={t("invite.birth_date.help")}
        type="date"
        value={birth_date}
        autocomplete="off"
        error={faultOf("birth_date")}
        onInput={(event) => change({ birth_date: event.currentTarget.value })}
      />
      <Segments
        legend={t("invite.scheme")}
        options={SCHEMES}
        value={scheme}
        onChange={(value) => change({ scheme: value })}
      />
      <Trouble asking={asking} />
      <button class="button button-primary button-large" type="submit" aria-busy={asking.isAsking}>
        {asking.isAsking ? t("invite.making") : t("invite.make")}
      </button>
    </form>
  );
}
