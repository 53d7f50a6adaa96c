import { useLocation } from "preact-iso";
import words from "../../../i18n/fr/sign-in.json";
import { registerStrings } from "../../../i18n/t.ts";
import { me } from "../../../store/session.ts";
import "../../../styles/sign-in.css";
import { AdvisorDoor } from "./AdvisorDoor.tsx";
import { CodeDoor } from "./CodeDoor.tsx";

registerStrings(words);

/** Two doors: a code from the Mission Locale, or an advisor's address and password. */
export default function SignIn() {
  const { query } = useLocation();
  const isAdvisors = query["espace"] === "conseiller" || (me.value?.role === "advisor" && location.hash === "");
  return isAdvisors ? <AdvisorDoor /> : <CodeDoor />;
}
