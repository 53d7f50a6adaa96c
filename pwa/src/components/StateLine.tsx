import type { IconName } from "../../build/icons.ts";
import { t } from "../i18n/t.ts";
import { Icon } from "./Icon.tsx";

/** Where one of my messages is. */
export type MessageState = "waiting" | "sent" | "received" | "read" | "failed";
/** Where anything else I sent is. */
export type EnvoiState = "kept" | "sent" | "to_review" | "refused";

interface Line {
  icon: IconName;
  tone?: "good" | "notice" | "danger";
  key: string;
}

const MESSAGE: Record<MessageState, Line> = {
  waiting: { icon: "clock", key: "state.message.waiting" },
  sent: { icon: "check", key: "state.message.sent" },
  received: { icon: "check-check", key: "state.message.received" },
  read: { icon: "check-check", tone: "good", key: "state.message.read" },
  failed: { icon: "circle-alert", tone: "danger", key: "state.message.failed" },
};

const ENVOI: Record<EnvoiState, Line> = {
  kept: { icon: "smartphone", key: "state.envoi.kept" },
  sent: { icon: "cloud-check", tone: "good", key: "state.envoi.sent" },
  to_review: { icon: "eye", tone: "notice", key: "state.envoi.to_review" },
  refused: { icon: "circle-alert", tone: "danger", key: "state.envoi.refused" },
};

/** Icon and word for a message: « En attente », « Envoyé », « Reçu », « Lu », « Échec ». */
export function StateLine({ state, why }: { state: MessageState; why?: string }) {
  return <Words line={MESSAGE[state]} why={why} />;
}

/** Icon and word for everything else: « Enregistré sur cet appareil », « Envoyé », « À relire », « Refusé ». */
export function EnvoiStateLine({ state, why }: { state: EnvoiState; why?: string }) {
  return <Words line={ENVOI[state]} why={why} />;
}

function Words({ line, why }: { line: Line; why?: string | undefined }) {
  const word = t(line.key);
  return (
    <span class={line.tone ? `state state-${line.tone}` : "state"}>
      <Icon name={line.icon} />
      {why ? t("state.with_reason", { state: word, why }) : word}
    </span>
  );
}
