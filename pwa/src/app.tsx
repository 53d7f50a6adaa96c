import { ErrorBoundary, LocationProvider, useLocation } from "preact-iso";
import { useErrorBoundary } from "preact/hooks";
import { LiveRegions } from "./a11y/LiveRegions.tsx";
import type { Me } from "./api/types.ts";
import { Mark } from "./components/Mark.tsx";
import { Skeleton } from "./components/Skeleton.tsx";
import { Toasts } from "./components/Toast.tsx";
import * as parts from "./late/index.ts";
import { Failure } from "./screens/shared/Failure.tsx";
import { late, shaped } from "./screens/shared/late.ts";
import { Redirect } from "./screens/shared/Redirect.tsx";
import { homeOf, isPublic, rememberWanted, takeWanted } from "./screens/shared/routes.ts";
import { Spoken } from "./screens/shared/spoken/Spoken.tsx";
import { started } from "./screens/shared/start.ts";
import { PRODUCT } from "./product.ts";
import { readLocal } from "./store/local.ts";
import { me } from "./store/session.ts";
import { status } from "./store/status.ts";

const YoungView = shaped(late(parts.youngView), Starting);
const AdvisorView = shaped(late(parts.advisorView), Starting);
const SignIn = shaped(late(parts.signIn), Starting);
const PublicPages = shaped(late(parts.publicPages), Starting);
const Terms = shaped(late(parts.terms), Starting);
// Nobody is known here: what comes next needs no answer of the device.
if (readLocal("user") === null) void SignIn.preload(); // not awaited: the part says itself when it is missing

export function App() {
  return (
    <LocationProvider>
      <LiveRegions />
      <Guard />
      <Toasts />
    </LocationProvider>
  );
}

function Guard() {
  const [error] = useErrorBoundary();
  if (error) return <Failure />;
  return (
    <ErrorBoundary>
      <View />
    </ErrorBoundary>
  );
}

/** Which part of the application this address shows to this person. */
function View() {
  const { path } = useLocation();
  if (isPublic(path)) return <PublicPages />;
  if (!started.value) return <Starting />;
  const person = me.value;
  const mustSignIn = !person || status.value.signInNeeded;
  if (path === "/connexion") return mustSignIn ? <SignIn /> : <Redirect to={takeWanted() ?? homeOf(person)} />;
  if (!person) return <Redirect to="/connexion" before={() => rememberWanted(path)} />;
  return <Signed person={person} />;
}

function Signed({ person }: { person: Me }) {
  if (person.terms.accepted !== person.terms.current) return <Terms />;
  return (
    <>
      <Spoken />
      {person.role === "advisor" ? <AdvisorView /> : <YoungView />}
    </>
  );
}

/** The shape of what is coming: a person's own screen, or the door of somebody this device does not know. */
function Starting() {
  const isKnown = me.value !== null || readLocal("user") !== null;
  return (
    <div class="young">
      <div class="topbar">
        <Mark />
        <span class="wordmark">{PRODUCT}</span>
      </div>
      <main>
        <Skeleton words={isKnown ? "skeleton.preparing" : "skeleton.opening"} />
      </main>
    </div>
  );
}
