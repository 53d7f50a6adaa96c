/** Where one's words are, said once: they have left, or the server refused them. */

import { announceUrgent } from "../../../a11y/announce.ts";
import { t } from "../../../i18n/t.ts";
import { type Envoi, envois } from "../../../store/envois.ts";
import { sayState } from "./states.ts";

type Followed = Pick<Envoi, "key" | "state" | "type">;

/** Say what becomes of what waits, from now on; the answer stops. */
export function saySendings(): () => void {
  const follow = followSendings();
  return envois.subscribe((all) => {
    const { sent, refused, isOver } = follow(all);
    if (refused.length > 0) announceUrgent(t(refused.every(isMessage) ? "spoken.refused.message" : "spoken.refused"));
    if (isOver && sent.length > 0) sayState(sentWords(sent));
  });
}

export interface Outcome {
  /** What has left since the last time nothing waited. */
  sent: Followed[];
  /** What was refused just now. */
  refused: Followed[];
  /** Nothing waits any more. */
  isOver: boolean;
}

/** Compares each list of things sent with the one before; the first is only noted. Pure but for that memory. */
export function followSendings(): (all: readonly Followed[]) => Outcome {
  let waiting = new Set<string>();
  let refusedBefore: Set<string> | null = null;
  let left: Followed[] = [];

  return (all) => {
    const keys = (state: Envoi["state"]) => all.filter((one) => one.state === state);
    const refused = keys("refused").filter(({ key }) => refusedBefore !== null && !refusedBefore.has(key));
    const sent = keys("sent").filter(({ key }) => waiting.has(key));
    left = [...left, ...sent];
    refusedBefore = new Set(keys("refused").map(({ key }) => key));
    const kept = keys("kept").map(({ key }) => key);
    // What was answered is archived a moment later: it is waited for until it is seen.
    const gone = new Set(all.filter(({ state }) => state !== "kept").map(({ key }) => key));
    waiting = new Set([...waiting, ...kept].filter((key) => !gone.has(key)));
    const outcome = { sent: left, refused, isOver: kept.length === 0 };
    if (outcome.isOver) left = [];
    return outcome;
  };
}

const isMessage = ({ type }: Followed) => type.startsWith("message.");

/** « Envoyé »; « 3 messages envoyés ». */
function sentWords(sent: readonly Followed[]): string {
  if (sent.length === 1) return t("spoken.sent");
  return t(sent.every(isMessage) ? "spoken.sent.messages" : "spoken.sent.things", { count: sent.length });
}
