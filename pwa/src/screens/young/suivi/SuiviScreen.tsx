import { useLocation } from "preact-iso";
import { useState } from "preact/hooks";
import { announce } from "../../../a11y/announce.ts";
import type { CivilDay, Id } from "../../../api/types.ts";
import { Avatar } from "../../../components/Avatar.tsx";
import { Skeleton } from "../../../components/Skeleton.tsx";
import { Title } from "../../../components/Title.tsx";
import actions from "../../../i18n/fr/actions.json";
import suivi from "../../../i18n/fr/suivi.json";
import { registerStrings, t } from "../../../i18n/t.ts";
import { addDays, mondayOf, today as todayIn } from "../../../store/followup/days.ts";
import { timeZone } from "../../../store/followup/timeZone.ts";
import { toResume, weekItems } from "../../../store/followup/week.ts";
import { me } from "../../../store/session.ts";
import { status } from "../../../store/status.ts";
import "../../../styles/action.css";
import "../../../styles/suivi.css";
import { MySync } from "../../shared/MySync.tsx";
import { fullName } from "../../shared/names.ts";
import { myDossier } from "../mine.ts";
import { Days } from "./Days.tsx";
import { Resume } from "./Resume.tsx";
import { WeekCard } from "./WeekCard.tsx";
import { mondayAsked, weekName } from "./weekWords.ts";

registerStrings(actions);
registerStrings(suivi);

/** « Mon suivi »: the week, what is to resume, then day by day. */
export default function SuiviScreen() {
  const person = me.value;
  if (!person) return null;
  return (
    <>
      <Title>{t("suivi.title")}</Title>
      <header class="topbar">
        <h1 tabIndex={-1}>{t("suivi.title")}</h1>
        <MySync />
        <a class="icon-button" href="/profil">
          <Avatar name={fullName(person)} tint={2} />
          <span class="visually-hidden">{t("home.profile")}</span>
        </a>
      </header>
      <main id="contenu" tabIndex={-1}>
        {myDossier() === undefined && status.value.firstSync ? <Skeleton rows={4} /> : <Week youngPersonId={person.id} />}
      </main>
    </>
  );
}

function Week({ youngPersonId }: { youngPersonId: Id }) {
  const today = todayIn(timeZone());
  const { monday, show } = useWeek(today);
  const [chosen, setChosen] = useState<CivilDay | null>(null);
  const days = weekItems(youngPersonId, monday);
  const isThisWeek = monday === mondayOf(today);
  const late = isThisWeek ? toResume(youngPersonId) : [];
  const isEmpty = late.length === 0 && days.every(({ items }) => items.length === 0);
  const choose = (day: CivilDay) => {
    setChosen(day);
    requestAnimationFrame(() => goTo(day));
  };
  const showWeek = (next: CivilDay) => {
    setChosen(null);
    show(next);
    announce(weekName(next, today));
  };
  return (
    <>
      <WeekCard
        days={days}
        today={today}
        chosen={chosen}
        onChoose={choose}
        onWeek={(weeks) => showWeek(addDays(monday, 7 * weeks))}
        onThisWeek={() => showWeek(mondayOf(today))}
        canAdd={!isEmpty || monday < mondayOf(today)}
      />
      <Resume rows={late} today={today} />
      <Days days={days} today={today} chosen={chosen} isEmpty={isEmpty} />
    </>
  );
}

/** The week on screen is in the address, so that coming back finds it again; changing it adds nothing to the history. */
function useWeek(today: CivilDay): { monday: CivilDay; show: (monday: CivilDay) => void } {
  const { query, route } = useLocation();
  const show = (monday: CivilDay) => route(monday === mondayOf(today) ? "/suivi" : `/suivi?semaine=${monday}`, true);
  return { monday: mondayAsked(query["semaine"], today), show };
}

/** Two frames: the chosen day, if it was empty, has just been added to the list. */
function goTo(day: CivilDay): void {
  requestAnimationFrame(() => {
    const heading = document.getElementById(`titre-${day}`);
    heading?.focus({ preventScroll: true });
    heading?.scrollIntoView({ block: "start" });
  });
}
