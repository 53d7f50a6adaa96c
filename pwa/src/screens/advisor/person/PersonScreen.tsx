import { Avatar } from "../../../components/Avatar.tsx";
import { Icon } from "../../../components/Icon.tsx";
import { civilDay } from "../../../i18n/dates.ts";
import { t } from "../../../i18n/t.ts";
import { clock } from "../../../store/clock.ts";
import { record } from "../../../store/records.ts";
import { type DossierSummary, summary } from "../../../store/summaries.ts";
import { useKeys } from "../keys/useKeys.ts";
import { Conversation } from "../messages/Conversation.tsx";
import { markHandled, toggleFlag } from "../messages/gestures.ts";
import { useReply } from "../messages/reply.ts";
import { ageOn } from "../people/ages.ts";
import { nameOf, tintOf } from "../people/caseload.ts";
import { isDesktop, isPhone } from "../shell/layout.ts";
import { Screen } from "../shell/Screen.tsx";
import { Access } from "./Access.tsx";
import { Facts } from "./Facts.tsx";
import { Followers } from "./Followers.tsx";
import { NotHere } from "./NotHere.tsx";

/** One young person: who they are, who follows them, their conversation beside. */
export function PersonScreen({ params }: { params?: Record<string, string> }) {
  const id = params?.["id"] ?? "";
  const person = summary(id);
  useKeys({ r: useReply(isDesktop() ? id : undefined), e: () => void markHandled(id), s: () => void toggleFlag(id) });
  if (!person) {
    return (
      <Screen key={id} title={t("person.unknown")} heading={t("person.unknown")} back="/portefeuille">
        <section class="panel">
          <NotHere />
        </section>
      </Screen>
    );
  }
  return (
    <Screen key={id} title={nameOf(person)} heading={nameOf(person)} back="/portefeuille" ownHeading>
      <div class={isDesktop() ? "columns columns-dock" : "stack"}>
        <div class="stack">
          <Identity person={person} />
          <Followers youngPersonId={id} />
          <Access person={person} />
        </div>
        {isDesktop() && (
          <aside class="dock conversation" aria-label={t("messages.with", { name: nameOf(person) })}>
            <Conversation person={person} head="dock" />
          </aside>
        )}
      </div>
    </Screen>
  );
}

function Identity({ person }: { person: DossierSummary }) {
  return (
    <section class="panel stack" aria-label={t("person.identity")}>
      <div class="fiche-head">
        <Avatar name={nameOf(person)} tint={tintOf(person.youngPersonId)} size="large" />
        <div class="fiche-name">
          {!isPhone() && <h1 tabIndex={-1}>{nameOf(person)}</h1>}
          <p class="meta">{inBrief(person)}</p>
        </div>
        {!isDesktop() && (
          <a class="button button-primary" href={`/messages/${person.youngPersonId}`}>
            <Icon name="message-circle" size="small" />
            {t("portfolio.write")}
          </a>
        )}
      </div>
      <Facts person={person} class="facts-grid" />
    </section>
  );
}

/** « 19 ans, Saint-Aubin » */
function inBrief({ youngPersonId, birthDate }: DossierSummary): string {
  const dossier = record("young_person", youngPersonId)?.d;
  const age = birthDate && t("person.age", { count: ageOn(civilDay(clock.now()), birthDate) });
  return [age, dossier?.site, dossier?.structure].filter(Boolean).join(", ");
}
