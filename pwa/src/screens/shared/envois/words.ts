/** What « Mes envois » says of each thing. */

import type { IconName } from "../../../../build/icons.ts";
import { longDay, relativeDay } from "../../../i18n/dates.ts";
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
  "note.write": { icon: "lock", title: "envois.kind.note" },
  "note.edit": { icon: "lock", title: "envois.kind.note_edit" },
  "note.delete": { icon: "trash-2", title: "envois.kind.note_delete" },
  "note.restore": { icon: "undo-2", title: "envois.kind.note_restore" },
  "contact.set": { icon: "id-card", title: "envois.kind.contact" },
};
const OTHER: Kind = { icon: "cloud-upload", title: "envois.kind.other" };

/** Sentences that name an action, by its {title}. */
const ON_ACTION: Record<string, Kind> = {
  "action.create": { icon: "list-checks", title: "envois.kind.action" },
  "action.edit": { icon: "pencil", title: "envois.kind.action_edit" },
  "action.status": { icon: "check", title: "envois.kind.action_status" },
  "action.comment": { icon: "message-square-text", title: "envois.kind.action_comment" },
  "action.delete": { icon: "trash-2", title: "envois.kind.action_delete" },
  "action.restore": { icon: "undo-2", title: "envois.kind.action_restore" },
  "action.qualify": { icon: "check-check", title: "envois.kind.action_qualify" },
};
/** Sentences that name an appointment, by its {day}. */
const ON_APPOINTMENT: Record<string, Kind> = {
  "appointment.create": { icon: "calendar-days", title: "envois.kind.appointment" },
  "appointment.move": { icon: "calendar-days", title: "envois.kind.appointment_move" },
  "appointment.edit": { icon: "pencil", title: "envois.kind.appointment_edit" },
  "appointment.cancel": { icon: "x", title: "envois.kind.appointment_cancel" },
  "appointment.restore": { icon: "undo-2", title: "envois.kind.appointment_restore" },
  "appointment.answer": { icon: "reply", title: "envois.kind.appointment_answer" },
  "appointment.attend": { icon: "calendar-check", title: "envois.kind.appointment_attend" },
};

/** Of conflicts, what counts is the record: « action.title » is about an action. */
function kindFor(kinds: Record<string, Kind>, { type, state }: Envoi): Kind | undefined {
  return kinds[state === "to_review" ? `${type.split(".")[0]}.create` : type];
}

export function iconOf(envoi: Envoi): IconName {
  const kind = kindFor(KINDS, envoi) ?? kindFor(ON_ACTION, envoi) ?? kindFor(ON_APPOINTMENT, envoi);
  return (kind ?? OTHER).icon;
}

/** « Message modifié », « Action : Refaire mon CV », « Réponse au rendez-vous de jeudi 26 novembre ». */
export function kindOf(envoi: Envoi): string {
  const onAction = kindFor(ON_ACTION, envoi);
  if (onAction) return envoi.title === undefined ? t("envois.kind.an_action") : t(onAction.title, { title: envoi.title });
  const onAppointment = kindFor(ON_APPOINTMENT, envoi);
  if (onAppointment) return envoi.starts === undefined ? t("envois.kind.an_appointment") : t(onAppointment.title, { day: dayOf(envoi.starts) });
  return t((kindFor(KINDS, envoi) ?? OTHER).title);
}

/** One line that says what it is: the words themselves when it is a message. */
export function titleOf(envoi: Envoi): string {
  return (envoi.type.startsWith("message.") ? envoi.text : undefined) ?? kindOf(envoi);
}

function dayOf(at: number): string {
  const day = longDay(at);
  return day.charAt(0).toLowerCase() + day.slice(1);
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
