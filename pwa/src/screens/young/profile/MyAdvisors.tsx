import type { FollowingAdvisor } from "../../../api/types.ts";
import { Avatar } from "../../../components/Avatar.tsx";
import { dayInFull } from "../../../i18n/civil.ts";
import { monthYear } from "../../../i18n/dates.ts";
import { t } from "../../../i18n/t.ts";
import { today } from "../../../store/followup/days.ts";
import { timeZone } from "../../../store/followup/timeZone.ts";
import { fullName } from "../../shared/names.ts";
import { myAdvisors } from "../mine.ts";
import { NoAdvisor } from "../home/NoAdvisor.tsx";

/** « Qui m’accompagne »: each advisor, since when, and until when for a stand-in. */
export function MyAdvisors() {
  const advisors = myAdvisors();
  return (
    <section class="stack-tight" aria-labelledby="accompagne">
      <h2 id="accompagne">{t("profile.advisors")}</h2>
      {advisors.length === 0 ? (
        <NoAdvisor />
      ) : (
        <ul class="card card-rows rows">
          {advisors.map((advisor, index) => (
            <li class="row" key={advisor.id}>
              <Avatar name={fullName(advisor)} tint={index === 0 ? 1 : 3} />
              <Words advisor={advisor} />
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

function Words({ advisor }: { advisor: FollowingAdvisor }) {
  return (
    <span class="row-body">
      <span class="row-title">{fullName(advisor)}</span>
      <span class="meta">{roleOf(advisor)}</span>
      {advisor.usual_delay && <span class="meta">{t("advisor.delay", { delay: advisor.usual_delay })}</span>}
    </span>
  );
}

/** « Votre conseillère depuis mars 2026 », « En remplacement jusqu’au vendredi 4 décembre » */
function roleOf({ role, title, since, until }: FollowingAdvisor): string {
  if (role === "stand_in" && until) return t("profile.stand_in", { day: dayInFull(until, today(timeZone())) });
  return t("profile.referent", { title, since: monthYear(since) });
}
