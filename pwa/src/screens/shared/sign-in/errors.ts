import { ApiError } from "../../../api/client.ts";
import { duration } from "../../../i18n/dates.ts";
import { t } from "../../../i18n/t.ts";

/** What went wrong, in words, with the stable code for whoever helps. */
export interface Trouble {
  title: string;
  text: string;
  /** « invitation_unknown · 7f3a… », shown under « Détails »; "" when it would help nobody. */
  detail: string;
}

const KNOWN: Record<string, { title: string; text: string }> = {
  offline: { title: "sign_in.error.offline.title", text: "sign_in.error.offline.text" },
  invitation_unknown: { title: "sign_in.error.code.title", text: "sign_in.error.code.text" },
  bad_credentials: { title: "sign_in.error.credentials.title", text: "sign_in.error.credentials.text" },
  validation: { title: "sign_in.error.password.title", text: "sign_in.error.password.text" },
  locked_out: { title: "sign_in.error.wait.title", text: "sign_in.error.wait.text" },
  too_many: { title: "sign_in.error.wait.title", text: "sign_in.error.wait.text" },
};
const OURS = { title: "sign_in.error.ours.title", text: "sign_in.error.ours.text" };
const SHORTEST_WAIT_S = 60;

/** Says an error of the server, or of the network, to the person who is trying to come in. */
export function troubleOf(error: unknown): Trouble {
  if (!(error instanceof ApiError)) return { title: t(OURS.title), text: t(OURS.text), detail: "" };
  const { title, text } = KNOWN[error.code] ?? OURS;
  const time = duration(Math.max(SHORTEST_WAIT_S, error.retryAfter ?? 0) * 1000);
  const detail = error.code === "offline" ? "" : [error.code, error.requestId].filter(Boolean).join(" · ");
  return { title: t(title), text: t(text, { time }), detail };
}
