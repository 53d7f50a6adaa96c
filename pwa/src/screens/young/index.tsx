import { Route, Router, useLocation } from "preact-iso";
import { useEffect } from "preact/hooks";
import { SkipLink } from "../../a11y/SkipLink.tsx";
import young from "../../i18n/fr/young.json";
import { registerStrings } from "../../i18n/t.ts";
import "../../styles/followup.css";
import { precacheView } from "../../update.ts";
import { fetchAfterPaint, late } from "../shared/late.ts";
import { Notices } from "../shared/Notices.tsx";
import { Redirect } from "../shared/Redirect.tsx";
import { EnvoisScreen } from "./EnvoisScreen.tsx";
import { HomeScreen } from "./HomeScreen.tsx";
import { isTab, Tabs } from "./Tabs.tsx";

registerStrings(young);

// Named here and not among the parts everybody has: only the young person's device keeps it.
const MessagesScreen = late(() => import("./MessagesScreen.tsx"));

const AppointmentScreen = late(() => import("./rendez-vous/AppointmentScreen.tsx"));
const SuiviScreen = late(() => import("./suivi/SuiviScreen.tsx"));
const NewActionScreen = late(() => import("./action/NewActionScreen.tsx"));
const ActionScreen = late(() => import("./action/ActionScreen.tsx"));
const ProfileScreen = late(() => import("./ProfileScreen.tsx"));
const ReviewScreen = late(() => import("./ReviewScreen.tsx"));

const ToHome = () => <Redirect to="/accueil" />;

/** The young person's view: one column, a screen, the menu under the thumb. */
export default function YoungView() {
  const { path } = useLocation();
  useEffect(() => void precacheView("young"), []);
  useEffect(() => fetchAfterPaint(MessagesScreen), []);
  return (
    <div class="young" data-screen={path.slice(1)}>
      <SkipLink />
      <Notices offline={path !== "/envois"} />
      <Router>
        <Route path="/accueil" component={HomeScreen} />
        <Route path="/messages" component={MessagesScreen} />
        <Route path="/profil" component={ProfileScreen} />
        <Route path="/envois" component={EnvoisScreen} />
        <Route path="/suivi/rendez-vous/:id" component={AppointmentScreen} />
        <Route path="/suivi" component={SuiviScreen} />
        <Route path="/suivi/nouvelle" component={NewActionScreen} />
        <Route path="/suivi/actions/:id" component={ActionScreen} />
        <Route path="/a-relire/:id?" component={ReviewScreen} />
        <Route default component={ToHome} />
      </Router>
      {isTab(path) && <Tabs path={path} />}
    </div>
  );
}
