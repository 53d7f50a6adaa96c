import { Route, Router, useLocation } from "preact-iso";
import { useEffect, useLayoutEffect } from "preact/hooks";
import { leaveByCode } from "../../a11y/navigation.ts";
import { SkipLink } from "../../a11y/SkipLink.tsx";
import advisor from "../../i18n/fr/advisor.json";
import { registerStrings } from "../../i18n/t.ts";
import "../../styles/advisor.css";
import "../../styles/followup.css";
import "./invite/invite.css";
import "./messages/messages.css";
import "./person/person.css";
import "./portfolio/portfolio.css";
import "./search/search.css";
import { precacheView } from "../../update.ts";
import { fetchAfterPaint, late } from "../shared/late.ts";
import { Notices } from "../shared/Notices.tsx";
import { Redirect } from "../shared/Redirect.tsx";
import { EnvoisScreen } from "./EnvoisScreen.tsx";
import { Handout } from "./invite/Handout.tsx";
import { InvitePanel } from "./invite/InvitePanel.tsx";
import { useKeys } from "./keys/useKeys.ts";
import { MessagesScreen } from "./messages/MessagesScreen.tsx";
import { MoreScreen } from "./MoreScreen.tsx";
import { PortfolioScreen } from "./portfolio/PortfolioScreen.tsx";
import { ProfileScreen } from "./ProfileScreen.tsx";
import { askSearch } from "./search/asked.ts";
import { SearchSheet } from "./search/SearchSheet.tsx";
import { Cover } from "./shell/Cover.tsx";
import { isHelpOpen } from "./shell/help.ts";
import { Help } from "./shell/Help.tsx";
import { isPhone, layout, watchLayout } from "./shell/layout.ts";
import { MESSAGES, PORTFOLIO } from "./shell/menu.ts";
import { PhoneMenu } from "./shell/PhoneMenu.tsx";
import { Sidebar } from "./shell/Sidebar.tsx";
import { followTrail, watchTrail } from "./shell/trail.ts";

registerStrings(advisor);
// Before the first paint, so that nothing is drawn twice; the view stays until the page goes.
watchLayout();

const PersonScreen = late(() => import("./person/PersonScreen.tsx"));
const ReviewScreen = late(() => import("./ReviewScreen.tsx"));

const ToPortfolio = () => <Redirect to={PORTFOLIO.href} />;

/** The advisor's view: a menu, the top line, a page; the whole of it works from the keyboard. */
export default function AdvisorView() {
  const { path } = useLocation();
  useEffect(() => void precacheView("advisor"), []);
  useEffect(() => fetchAfterPaint(PersonScreen), []);
  useEffect(watchTrail, []);
  useLayoutEffect(() => followTrail(path), [path]);
  useEverywhereKeys();
  const isConversation = isPhone() && path.startsWith(`${MESSAGES.href}/`);
  return (
    <div class="advisor" data-layout={layout.value}>
      <SkipLink />
      {!isPhone() && <Sidebar />}
      <div class="advisor-page">
        <Notices offline={path !== "/envois"} />
        <Router>
          <Route path={PORTFOLIO.href} component={PortfolioScreen} />
          <Route path="/messages/:id?" component={MessagesScreen} />
          <Route path="/jeunes/:id" component={PersonScreen} />
          <Route path="/jeunes/:id/actions/:actionId" component={PersonScreen} />
          <Route path="/jeunes/:id/rendez-vous/:apptId" component={PersonScreen} />
          <Route path="/profil" component={ProfileScreen} />
          <Route path="/envois" component={EnvoisScreen} />
          <Route path="/a-relire/:id?" component={ReviewScreen} />
          <Route path="/plus" component={MoreScreen} />
          <Route default component={ToPortfolio} />
        </Router>
        {isPhone() && !isConversation && <PhoneMenu />}
      </div>
      <InvitePanel />
      <SearchSheet />
      <Help />
      <Cover />
      <Handout />
    </div>
  );
}

function useEverywhereKeys(): void {
  const { route } = useLocation();
  const go = (href: string) => () => {
    leaveByCode();
    route(href);
  };
  useKeys({ "g p": go(PORTFOLIO.href), "g m": go(MESSAGES.href), "?": () => (isHelpOpen.value = true) });
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const isAsked = (event.ctrlKey || event.metaKey) && event.key.toLowerCase() === "k";
      if (!isAsked || document.querySelector("dialog[open]")) return;
      event.preventDefault();
      askSearch();
    };
    addEventListener("keydown", onKey);
    return () => removeEventListener("keydown", onKey);
  }, []);
}
