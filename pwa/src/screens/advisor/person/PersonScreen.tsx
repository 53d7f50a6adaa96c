import { useLocation, useRoute } from "preact-iso";
import { useEffect, useLayoutEffect, useRef } from "preact/hooks";
import { arrive } from "../../../a11y/navigation.ts";
import actionsFile from "../../../i18n/fr/actions.json";
import personFile from "../../../i18n/fr/person.json";
import { registerStrings, t } from "../../../i18n/t.ts";
import "../../../i18n/words.ts";
import { record } from "../../../store/records.ts";
import { type DossierSummary, summary } from "../../../store/summaries.ts";
import "../../../styles/action.css";
import { ActionPage } from "../action/ActionPage.tsx";
import { ActionsTab } from "../action/ActionsTab.tsx";
import { AppointmentPage } from "../appointment/AppointmentPage.tsx";
import { AppointmentsTab } from "../appointment/AppointmentsTab.tsx";
import { appointmentTitle } from "../appointment/words.ts";
import { useKeys } from "../keys/useKeys.ts";
import { Conversation } from "../messages/Conversation.tsx";
import { markHandled, toggleFlag } from "../messages/gestures.ts";
import { useReply } from "../messages/reply.ts";
import { nameOf } from "../people/caseload.ts";
import { isDesktop, isPhone } from "../shell/layout.ts";
import { Screen } from "../shell/Screen.tsx";
import { DossierTab } from "./DossierTab.tsx";
import "./fiche.css";
import { Fil } from "./Fil.tsx";
import { Header } from "./Header.tsx";
import { NotesTab } from "./NotesTab.tsx";
import { NotHere } from "./NotHere.tsx";
import { closePanel, openPanel } from "./panel.ts";
import { Panels } from "./Panels.tsx";
import { hrefOf, type Part, partOf } from "./places.ts";
import { Tabs } from "./Tabs.tsx";

registerStrings(actionsFile);
registerStrings(personFile);

/** One thing opened in a part of the page. */
interface Opened {
  part: "actions" | "rendez-vous";
  id: string;
  title: string;
}

/** One young person: who they are, what happened, what is planned; their conversation beside. */
export default function PersonScreen() {
  const { params, query } = useRoute();
  const id = params["id"] ?? "";
  const person = summary(id);
  const opened = openedIn(params);
  const part = opened?.part ?? partOf(query["onglet"]);
  useArrival(opened?.id);
  useEffect(() => closePanel, [id]);
  useBeginning(id, part, person !== undefined && query["nouveau"] !== undefined);
  useKeys({
    r: useReply(isDesktop() ? id : undefined), e: () => void markHandled(id), s: () => void toggleFlag(id),
    n: () => person && openPanel({ show: "new_action" }), a: () => person && openPanel({ show: "new_appointment" }),
  });
  if (!person) return <Unknown key={id} />;
  const title = opened ? t("fiche.title", { title: opened.title, name: nameOf(person) }) : nameOf(person);
  const back = opened ? hrefOf(id, opened.part) : "/portefeuille";
  return (
    <Screen key={id} title={title} heading={opened?.title ?? nameOf(person)} back={back} ownHeading>
      <div class={isDesktop() ? "columns columns-dock" : "stack"}>
        <div class="stack">
          {!(opened && isPhone()) && (
            <>
              <Header person={person} isItem={opened !== null} />
              <Tabs youngPersonId={id} current={part} isItem={opened !== null} />
            </>
          )}
          <Content person={person} part={part} opened={opened} />
        </div>
        {isDesktop() && (
          <aside class="dock conversation" aria-label={t("messages.with", { name: nameOf(person) })}>
            <Conversation person={person} head="dock" />
          </aside>
        )}
      </div>
      <Panels person={person} />
    </Screen>
  );
}

function Content({ person, part, opened }: { person: DossierSummary; part: Part; opened: Opened | null }) {
  if (opened?.part === "actions") return <ActionPage key={opened.id} person={person} id={opened.id} />;
  if (opened) return <AppointmentPage key={opened.id} person={person} id={opened.id} />;
  if (part === "actions") return <ActionsTab person={person} />;
  if (part === "rendez-vous") return <AppointmentsTab person={person} />;
  if (part === "notes") return <NotesTab person={person} />;
  return part === "dossier" ? <DossierTab person={person} /> : <Fil person={person} />;
}

function openedIn({ actionId, apptId }: Record<string, string | undefined>): Opened | null {
  if (actionId) return { part: "actions", id: actionId, title: record("action", actionId)?.d.title ?? t("action_page.missing.title") };
  if (!apptId) return null;
  const held = record("appointment", apptId);
  return { part: "rendez-vous", id: apptId, title: held ? appointmentTitle(held.d) : t("appointment_page.missing.title") };
}

/** The conversation stays while what is beside it changes: focus goes to the name of what opens. */
function useArrival(opened: string | undefined): void {
  const before = useRef(opened);
  useLayoutEffect(() => {
    if (before.current !== opened) arrive();
    before.current = opened;
  }, [opened]);
}

/** Asked for from a list (`?nouveau`): the form of this part opens, and coming back does not open it again. */
function useBeginning(id: string, part: Part, isAsked: boolean): void {
  const { route } = useLocation();
  useEffect(() => {
    if (!isAsked) return;
    route(hrefOf(id, part), true);
    openPanel({ show: part === "rendez-vous" ? "new_appointment" : "new_action" });
  }, [id, isAsked]);
}

function Unknown() {
  return (
    <Screen title={t("person.unknown")} heading={t("person.unknown")} back="/portefeuille">
      <section class="panel">
        <NotHere />
      </section>
    </Screen>
  );
}
