import { useEffect, useId, useRef, useState } from "preact/hooks";
import { inviteAdvisor } from "../../../api/invite.ts";
import { Field } from "../../../components/Field.tsx";
import { Segments } from "../../../components/Segments.tsx";
import { t } from "../../../i18n/t.ts";
import { record } from "../../../store/records.ts";
import { me } from "../../../store/session.ts";
import { status } from "../../../store/status.ts";
import { Select } from "../shell/Select.tsx";
import { checkAdvisor, type Faults } from "./check.ts";
import { focusFirstFault, without } from "./faults.ts";
import { hand } from "./open.ts";
import { NeedsNetwork, Trouble } from "./Trouble.tsx";
import { typedAdvisor as typed } from "./typed.ts";
import { useAsking } from "./useAsking.ts";

/** A supervisor invites a colleague; the answer is a link that works once. */
export function AdvisorForm() {
  const form = useRef<HTMLFormElement>(null);
  const [faults, setFaults] = useState<Faults>({});
  const asking = useAsking();
  const { first_name, last_name, email, title, site } = typed.value.value;
  useEffect(() => void typed.restore(), []);

  const submit = (event: Event) => {
    event.preventDefault();
    const found = checkAdvisor(typed.value.value);
    setFaults(found);
    if (Object.keys(found).length > 0) return focusFirstFault(form.current);
    void asking.ask(async () => {
      const colleague = { first_name: first_name.trim(), last_name: last_name.trim(), email: email.trim(), title };
      const { invitation } = await inviteAdvisor(site ? { ...colleague, site } : colleague);
      await typed.forget();
      hand({ id: null, firstName: colleague.first_name, lastName: colleague.last_name }, invitation);
    });
  };
  const change = (part: Partial<typeof typed.value.value>) => {
    typed.change(part);
    setFaults(without(faults, Object.keys(part)));
  };
  const faultOf = (field: string) => (faults[field] ? t(faults[field]) : asking.fieldTrouble(field));
  const text = (field: "first_name" | "last_name" | "email") => ({
    label: t(`invite.${field}`),
    value: typed.value.value[field],
    autocomplete: "off" as const,
    required: true,
    error: faultOf(field),
    onInput: (event: { currentTarget: HTMLInputElement }) => change({ [field]: event.currentTarget.value }),
  });
  return (
    <form class="stack" ref={form} onSubmit={submit} noValidate>
      {!status.value.online && <NeedsNetwork />}
      <Field {...text("first_name")} maxLength={80} />
      <Field {...text("last_name")} maxLength={80} />
      <Field {...text("email")} type="email" maxLength={254} />
      <Segments
        legend={t("invite.title")}
        options={[
          { value: "conseillère", label: t("invite.title.she") },
          { value: "conseiller", label: t("invite.title.he") },
        ]}
        value={title}
        onChange={(value) => change({ title: value })}
      />
      <SiteChoice value={site} onChange={(value) => change({ site: value })} />
      <Trouble asking={asking} />
      <button class="button button-primary button-large" type="submit" aria-busy={asking.isAsking}>
        {asking.isAsking ? t("invite.making") : t("invite_advisor.make")}
      </button>
    </form>
  );
}

function SiteChoice({ value, onChange }: { value: string; onChange: (site: string) => void }) {
  const id = useId();
  const structure = me.value && record("structure", me.value.structure.id)?.d;
  if (!structure || structure.sites.length === 0) return null;
  return (
    <div class="field">
      <label for={id}>{t("invite.site")}</label>
      <Select id={id} value={value} onChange={onChange}>
        <option value="">{t("invite.site.none")}</option>
        {structure.sites.map((site) => (
          <option value={site.id} key={site.id}>
            {site.name}
          </option>
        ))}
      </Select>
    </div>
  );
}
