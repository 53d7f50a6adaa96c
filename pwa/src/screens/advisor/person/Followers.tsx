import type { FollowingAdvisor } from "../../../api/types.ts";
import { Avatar } from "../../../components/Avatar.tsx";
import { civilDay } from "../../../i18n/dates.ts";
import { t } from "../../../i18n/t.ts";
import { clock } from "../../../store/clock.ts";
import { record } from "../../../store/records.ts";
import { me } from "../../../store/session.ts";
import { dayInWords } from "../people/ages.ts";
import { followers } from "./followers.ts";
import { fullName } from "../../shared/names.ts";

/** Who follows this person; the young person sees the same. */
export function Followers({ youngPersonId }: { youngPersonId: string }) {
  const dossier = record("young_person", youngPersonId)?.d;
  const advisors = followers(dossier?.advisors ?? [], civilDay(clock.now()));
  if (advisors.length === 0) return null;
  return (
    <section class="panel stack-tight" aria-labelledby="suivi">
      <h2 id="suivi">{t("person.followers")}</h2>
      <ul class="rows">
        {advisors.map((advisor) => (
          <li class="row" key={advisor.id}>
            <Avatar name={fullName(advisor)} />
            <span class="row-body">
              <span class="row-title">
                {fullName(advisor)}
                {advisor.id === me.value?.id && t("person.you")}
              </span>
              <span class="meta">{roleWords(advisor)}</span>
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}

function roleWords({ role, title, since, until }: FollowingAdvisor): string {
  const words = t(`person.role.${role}`, { title, since: dayInWords(since) });
  return until ? t("person.until", { words, until: dayInWords(until) }) : words;
}
