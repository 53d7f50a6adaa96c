import type { ComponentChildren } from "preact";
import { Sheet } from "../../../components/Sheet.tsx";
import { t } from "../../../i18n/t.ts";
import { AdvisorForm } from "./AdvisorForm.tsx";
import { Handed } from "./Handed.tsx";
import { NewCode } from "./NewCode.tsx";
import { closePanel, panel, type Panel } from "./open.ts";
import { YoungPersonForm } from "./YoungPersonForm.tsx";

/** The panel, wherever it was opened from. */
export function InvitePanel() {
  const shown = panel.value;
  if (!shown) return null;
  // A dialog that gives way to the next step also closes: only the one on screen closes the panel.
  const close = () => panel.peek() === shown && closePanel();
  return (
    <Sheet key={shown.step} open title={titleOf(shown)} onClose={close}>
      {contentOf(shown)}
    </Sheet>
  );
}

function titleOf(shown: Panel): string {
  switch (shown.step) {
    case "young_person":
      return t("invite.open");
    case "advisor":
      return t("invite_advisor.open");
    case "new_code":
      return t("code.ask", { name: shown.who.firstName });
    case "handed":
      return t(shown.who.id === null ? "handed.title.advisor" : "handed.title", { name: shown.who.firstName });
  }
}

function contentOf(shown: Panel): ComponentChildren {
  switch (shown.step) {
    case "young_person":
      return <YoungPersonForm />;
    case "advisor":
      return <AdvisorForm />;
    case "new_code":
      return shown.who.id === null ? null : <NewCode who={{ ...shown.who, id: shown.who.id }} />;
    case "handed":
      return <Handed who={shown.who} invitation={shown.invitation} />;
  }
}
