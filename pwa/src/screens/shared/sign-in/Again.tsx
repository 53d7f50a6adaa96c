import { Banner } from "../../../components/Banner.tsx";
import { t } from "../../../i18n/t.ts";
import { me } from "../../../store/session.ts";
import { homeOf } from "../routes.ts";

/** To somebody this device knows, whose session has ended: nothing is lost, and reading goes on. */
export function Again() {
  const person = me.value;
  if (!person) return null;
  return (
    <Banner tone="notice" icon="lock" title={t("again.title", { name: person.first_name })}>
      <p>{t(person.role === "advisor" ? "again.advisor" : "again.young")}</p>
      <a class="button button-small" href={homeOf(person)}>
        {t("again.back")}
      </a>
    </Banner>
  );
}
