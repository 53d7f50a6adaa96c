import { Route, Router, useLocation } from "preact-iso";
import { useEffect } from "preact/hooks";
import { SkipLink } from "../../a11y/SkipLink.tsx";
import young from "../../i18n/fr/young.json";
import { registerStrings } from "../../i18n/t.ts";
import { precacheView } from "../../update.ts";
import { Notices } from "../shared/Notices.tsx";
import { Redirect } from "../shared/Redirect.tsx";
import { EnvoisScreen } from "./EnvoisScreen.tsx";
import { HomeScreen } from "./HomeScreen.tsx";
import { MessagesScreen } from "./MessagesScreen.tsx";
import { ProfileScreen } from "./ProfileScreen.tsx";
import { isTab, Tabs } from "./Tabs.tsx";

registerStrings(young);

const ToHome = () => <Redirect to="/accueil" />;

/** The young person's view: one column, a screen, the menu under the thumb. */
export default function YoungView() {
  const { path } = useLocation();
  useEffect(() => void precacheView("young"), []);
  return (
    <div class="young" data-screen={path.slice(1)}>
      <SkipLink />
      <Notices offline={path !== "/envois"} />
      <Router>
        <Route path="/accueil" component={HomeScreen} />
        <Route path="/messages" component={MessagesScreen} />
        <Route path="/profil" component={ProfileScreen} />
        <Route path="/envois" component={EnvoisScreen} />
        <Route default component={ToHome} />
      </Router>
      {isTab(path) && <Tabs path={path} />}
    </div>
  );
}
