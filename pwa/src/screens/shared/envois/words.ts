/** What « Mes envois » says of each thing. */

import type { IconName } from "../../../../build/icons.ts";
import { relativeDay } from "../../../i18n/dates.ts";
import { t } from "../../../i18n/t.ts";
import type { Envoi } from "../../../store/envois.ts";

interface Kind {
  icon: IconName;
  title: string;
}

const KINDS: Record<string, Kind> = {
  "message.send": { icon: "message-circle", title: "envois.kind.message" },
  "message.edit": { icon: "pencil", title: "envois.kind.edit" },
  "message.delete": { icon: "trash-2", title: "envois.kind.delete" },
  "thread.read": { icon: "eye", title: "envois.kind.read" },
  "conflict.close": { icon: "eye", title: "envois.kind.conflict" },
  "triage.flag": { icon: "flag", title: "envois.kind.flag" },
  "triage.handle": { icon: "check", title: "envois.kind.handle" },
  "preferences.set": { icon: "type", title: "envois.kind.preferences" },
};
const OTHER: Kind = { icon: "cloud-upload", title: "envois.kind.other" };

export function iconOf(envoi: Envoi): IconName {
  return (KINDS[envoi.type] ?? OTHER).icon;
}

/** « Message », « Message modifié », … */
export function kindOf(envoi: Envoi): string {
  return t((KINDS[envoi.type] ?? OTHER).title);
}

const REASONS: Record<string, string> = {
  forbidden: "why.forbidden",
  invalid_transition: "why.invalid_transition",
  validation: "why.validation",
  gone: "why.gone",
  too_late: "why.too_late",
  too_large: "why.too_large",
};

/** Why the server said no, in one sentence with what to do. */
export function reasonOf(why: string | undefined): string {
  return t(REASONS[why ?? ""] ?? "why.failed");
}

/** What a tap on the state says. */
export function explain(envoi: Envoi): string {
  if (envoi.state === "sent") return t("envois.explain.sent", { when: relativeDay(envoi.sentAt ?? envoi.at) });
  if (envoi.state === "refused") return reasonOf(envoi.why);
  return envoi.state === "kept" ? t("envois.explain.kept", { when: relativeDay(envoi.at) }) : t("envois.explain.to_review");
}
