import { t } from "../../../i18n/t.ts";
import { PRODUCT, VERSION } from "../../../product.ts";
import { me } from "../../../store/session.ts";
import { Points, Section } from "./Section.tsx";

export function LegalPage() {
  const structure = me.value?.structure.name;
  return (
    <>
      <Section title={t("legal.editor.title")}>
        <p>{structure ? t("legal.editor.named", { structure }) : t("legal.editor.text")}</p>
        <p>{t("legal.editor.state")}</p>
      </Section>
      <Section title={t("legal.terms.title")}>
        <Points
          of={[
            t("legal.terms.free"),
            t("legal.terms.account"),
            t("legal.terms.messages"),
            t("legal.terms.danger"),
            t("legal.terms.respect"),
            t("legal.terms.keep"),
            t("legal.terms.leave"),
            t("legal.terms.change"),
          ]}
        />
      </Section>
      <Section title={t("legal.software.title")}>
        <p>{t("legal.software.text", { product: PRODUCT, version: VERSION })}</p>
        <p>{t("legal.software.icons")}</p>
      </Section>
    </>
  );
}
