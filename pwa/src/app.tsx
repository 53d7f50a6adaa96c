import { type ComponentType } from "preact";
import { ErrorBoundary, lazy, LocationProvider, useLocation } from "preact-iso";
import { useErrorBoundary } from "preact/hooks";
import { LiveRegions } from "./a11y/LiveRegions.tsx";
import type { Me } from "./api/types.ts";
import { Skeleton } from "./components/Skeleton.tsx";
import { Toasts } from "./components/Toast.tsx";
import * as parts from "./late/index.ts";
import { Failure, NotHere } from "./screens/shared/Failure.tsx";
import { Redirect } from "./screens/shared/Redirect.tsx";
import { homeOf, isPublic, rememberWanted, takeWanted } from "./screens/shared/routes.ts";
import { started } from "./screens/shared/start.ts";
import { me } from "./store/session.ts";
import { status } from "./store/status.ts";

const YoungView = late(parts.youngView);
const AdvisorView = late(parts.advisorView);
const SignIn = late(parts.signIn);
const PublicPages = late(parts.publicPages);
const Terms = late(parts.terms);

/** A part loaded after the first paint; when it is neither on the device nor reachable, says so. */
function late(load: () => Promise<{ default: ComponentType }>): ComponentType {
  return lazy(() => load().catch(() => ({ default: NotHere })));
}

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
  return person.role === "advisor" ? <AdvisorView /> : <YoungView />;
}

function Starting() {
  return (
    <div class="young">
      <main>
        <Skeleton />
      </main>
    </div>
  );
}
