import { Icon } from "../../../components/Icon.tsx";
import { t } from "../../../i18n/t.ts";
import type { DossierSummary } from "../../../store/summaries.ts";
import { openNewCode } from "../invite/open.ts";

/** Whether this person came in, and the way to let them in again. */
export function Access({ person }: { person: DossierSummary }) {
  const key = person.activated ? "access.entered" : "access.not_entered";
  return (
    <section class="panel stack-tight" aria-labelledby="acces">
      <h2 id="acces">{t("access.title")}</h2>
      <p class="line">
        <Icon name={person.activated ? "smartphone" : "hourglass"} size="small" />
        {t(key, { name: person.firstName })}
      </p>
      <p class="meta">{t("access.help")}</p>
      <div>
        <button class="button" type="button" onClick={() => openNewCode(person)}>
          <Icon name="qr-code" size="small" />
          {t("code.open")}
        </button>
      </div>
    </section>
  );
}
