import { t } from "../../../i18n/t.ts";
import { Points, Section } from "./Section.tsx";

export function DataPage() {
  return (
    <>
      <p>{t("data.intro")}</p>
      <Section title={t("data.what.title")}>
        <Points of={[t("data.what.identity"), t("data.what.messages"), t("data.what.devices")]} />
      </Section>
      <Section title={t("data.why.title")}>
        <p>{t("data.why.text")}</p>
      </Section>
      <Section title={t("data.who.title")}>
        <Points of={[t("data.who.followers"), t("data.who.trace"), t("data.who.nobody")]} />
      </Section>
      <Section title={t("data.long.title")}>
        <p>{t("data.long.text")}</p>
      </Section>
      <Section title={t("data.device.title")}>
        <Points of={[t("data.device.copy"), t("data.device.leave"), t("data.device.cookie")]} />
      </Section>
      <Section title={t("data.rights.title")}>
        <p>{t("data.rights.text")}</p>
        <p>
          {t("data.rights.cnil")}{" "}
          <a href="https://www.cnil.fr/fr/plaintes" rel="noreferrer">
            cnil.fr
          </a>
        </p>
      </Section>
    </>
  );
}
