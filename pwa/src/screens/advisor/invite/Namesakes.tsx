import { Banner } from "../../../components/Banner.tsx";
import { t } from "../../../i18n/t.ts";
import { summaries } from "../../../store/summaries.ts";
import { dayInWords } from "../people/ages.ts";
import { namesakes } from "../people/homonyms.ts";
import type { Named } from "../people/search.ts";
import { nameOf } from "../people/caseload.ts";

const list = new Intl.ListFormat("fr");

/** Somebody of this name is already followed: the same person, or a homonym to tell apart? */
export function Namesakes({ name }: { name: Named }) {
  const known = name.firstName.trim() && name.lastName.trim() ? namesakes(summaries.value, name) : [];
  const births = known.flatMap(({ birthDate }) => birthDate ?? []);
  const days = births.map((day) => t("invite.namesake.day", { day: dayInWords(day) }));
  return (
    <div role="status">
      {known[0] && (
        <Banner tone="inline" title={t("invite.namesake", { name: nameOf(known[0]) })}>
          {days.length > 0 && t("invite.namesake.born", { days: list.format(days) })} {t("invite.namesake.text")}
        </Banner>
      )}
    </div>
  );
}
