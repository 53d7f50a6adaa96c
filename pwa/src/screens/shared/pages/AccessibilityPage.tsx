import { t } from "../../../i18n/t.ts";
import { Points, Section } from "./Section.tsx";

export function AccessibilityPage() {
  return (
    <>
      <p>{t("accessibility.intro")}</p>
      <Section title={t("accessibility.state.title")}>
        <p>{t("accessibility.state.text")}</p>
      </Section>
      <Section title={t("accessibility.done.title")}>
        <Points
          of={[
            t("accessibility.done.keyboard"),
            t("accessibility.done.reader"),
            t("accessibility.done.text"),
            t("accessibility.done.colours"),
            t("accessibility.done.still"),
          ]}
        />
      </Section>
      <Section title={t("accessibility.report.title")}>
        <p>{t("accessibility.report.text")}</p>
        <p>
          {t("accessibility.report.defender")}{" "}
          <a href="https://www.defenseurdesdroits.fr" rel="noreferrer">
            defenseurdesdroits.fr
          </a>
        </p>
      </Section>
    </>
  );
}
