import type { Role } from "../../../api/types.ts";
import { Icon } from "../../../components/Icon.tsx";
import { t } from "../../../i18n/t.ts";
import type { IconName } from "../../../../build/icons.ts";

const POINTS: Record<Role, { icon: IconName; key: string }[]> = {
  young_person: [
    { icon: "message-circle", key: "terms.young.read" },
    { icon: "phone", key: "terms.young.danger" },
    { icon: "lock", key: "terms.young.data" },
    { icon: "users-round", key: "terms.young.respect" },
    { icon: "log-out", key: "terms.young.leave" },
  ],
  advisor: [
    { icon: "lock", key: "terms.advisor.data" },
    { icon: "eye", key: "terms.advisor.audit" },
    { icon: "smartphone", key: "terms.advisor.device" },
    { icon: "users-round", key: "terms.advisor.respect" },
  ],
};

/** The rules in five sentences; the button below them is the agreement. */
export function TermsSummary({ role, advisor }: { role: Role; advisor?: string | undefined }) {
  const name = advisor ?? t("terms.somebody");
  return (
    <section class="card stack" aria-labelledby="regles">
      <h2 id="regles">{t("terms.title")}</h2>
      <ul class="facts">
        {POINTS[role].map(({ icon, key }) => (
          <li key={key}>
            <Icon name={icon} />
            <span>{t(key, { name })}</span>
          </li>
        ))}
      </ul>
      <a class="link-row" href="/mentions-legales">
        {t("terms.all")}
        <Icon name="chevron-right" size="small" />
      </a>
    </section>
  );
}
