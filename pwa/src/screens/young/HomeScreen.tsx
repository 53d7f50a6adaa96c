import { Avatar } from "../../components/Avatar.tsx";
import { Mark } from "../../components/Mark.tsx";
import { Skeleton } from "../../components/Skeleton.tsx";
import { Title } from "../../components/Title.tsx";
import { updatedWords } from "../../components/updated.ts";
import { longDay } from "../../i18n/dates.ts";
import { t } from "../../i18n/t.ts";
import { PRODUCT } from "../../product.ts";
import { clock, tick } from "../../store/clock.ts";
import { me } from "../../store/session.ts";
import { status } from "../../store/status.ts";
import { InviteInstall } from "../shared/install/InviteInstall.tsx";
import { MySync } from "../shared/MySync.tsx";
import { AppointmentCard } from "./home/AppointmentCard.tsx";
import { NoAdvisor } from "./home/NoAdvisor.tsx";
import { ToDoCard } from "./home/ToDoCard.tsx";
import { WeekCard } from "./home/WeekCard.tsx";
import { MessagesCard } from "./MessagesCard.tsx";
import { fullName } from "../shared/names.ts";
import { myAdvisors, myDossier, mySummary } from "./mine.ts";

const DAY_MS = 24 * 60 * 60 * 1000;

export function HomeScreen() {
  return (
    <>
      <Title>{t("home.title")}</Title>
      <Hero />
      <main id="contenu" tabIndex={-1}>
        <Stale />
        {myDossier() === undefined && status.value.firstSync ? <Skeleton rows={2} /> : <Cards />}
      </main>
    </>
  );
}

function Hero() {
  const person = me.value;
  void tick.value;
  if (!person) return null;
  return (
    <header class="hero">
      <div class="topbar">
        <Mark />
        <span class="wordmark">{PRODUCT}</span>
        <span class="push" />
        <MySync />
        <a class="icon-button" href="/profil">
          <Avatar name={fullName(person)} tint={2} />
          <span class="visually-hidden">{t("home.profile")}</span>
        </a>
      </div>
      <div class="hero-words">
        <h1 tabIndex={-1}>{t("home.hello", { name: person.first_name })}</h1>
        <p>{longDay(clock.now())}</p>
      </div>
    </header>
  );
}

function Cards() {
  const hasWritten = mySummary()?.last != null && status.value.lastSync !== null;
  return (
    <>
      {myAdvisors().length === 0 && <NoAdvisor />}
      <AppointmentCard />
      <MessagesCard />
      <WeekCard />
      <ToDoCard />
      {hasWritten && <InviteInstall />}
    </>
  );
}

/** Good data is never dropped: without network, or after a day without news, its age is said in the flow. */
function Stale() {
  const { lastSync, online } = status.value;
  if (lastSync === null || (online && clock.now() - lastSync < DAY_MS)) return null;
  return <p class="meta">{updatedWords(lastSync)}</p>;
}
