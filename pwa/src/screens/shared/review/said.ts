/** Each field group of a version, said in words: what the two cards compare. */

import type { CivilDay, Id } from "../../../api/types.ts";
import { dayInFull } from "../../../i18n/civil.ts";
import { clock, longDate } from "../../../i18n/dates.ts";
import { t } from "../../../i18n/t.ts";
import type { Version } from "../../../store/followup/conflicts.ts";
import { firstNameOf } from "../names.ts";

/** One line of a version; `label` when the words alone do not say what they are. */
export interface Line {
  group: string;
  label: string | null;
  text: string;
}

type Say = (value: unknown, today: CivilDay) => string;
interface Field {
  label: string | null;
  say: Say;
}

const words: Say = (value) => (typeof value === "string" ? value : "");
const named = (family: string): Say => (value) => t(`${family}.${String(value)}`);

const FIELDS: Record<string, Field> = {
  due: { label: null, say: (value, today) => (typeof value === "string" ? t("review.due", { day: dayInFull(value, today) }) : "") },
  done_on: { label: null, say: (value, today) => (typeof value === "string" ? t("review.done_on", { day: dayInFull(value, today) }) : "") },
  deleted: { label: null, say: (value) => t(value === null ? "review.stays" : "review.nothing") },
  title: { label: null, say: words },
  description: { label: null, say: words },
  text: { label: null, say: words },
  category: { label: "review.field.category", say: (value) => t(`category.${String(value ?? "none")}`) },
  status: { label: "review.field.status", say: named("action.status") },
  answer: { label: "review.field.answer", say: (value) => t(`answer.${String(value ?? "none")}`) },
  attendance: { label: "review.field.attendance", say: named("attendance") },
  when_where: { label: null, say: whenWhere },
  details: { label: null, say: details },
  cancelled: { label: "review.field.cancelled", say: (value) => t(value === null ? "review.kept_on" : "review.cancelled") },
  phone: { label: "review.field.phone", say: words },
  email: { label: "review.field.email", say: words },
  usual_first_name: { label: "review.field.usual_first_name", say: words },
};
const UNNAMED: Field = { label: null, say: (value) => (typeof value === "string" ? value : JSON.stringify(value)) };
const ORDER = Object.keys(FIELDS);

/** The lines of a version, in reading order; a group with nothing in it says so. */
export function linesOf(version: Version, today: CivilDay): Line[] {
  const rank = (group: string) => (ORDER.includes(group) ? ORDER.indexOf(group) : ORDER.length);
  return Object.entries(version.values)
    .sort(([one], [other]) => rank(one) - rank(other))
    .map(([group, value]) => lineOf(group, value, today));
}

function lineOf(group: string, value: unknown, today: CivilDay): Line {
  const { label, say } = FIELDS[group] ?? UNNAMED;
  const text = value === null && !NULL_SPEAKS.has(group) ? "" : say(value, today);
  return { group, label: label && t(label), text: text || t("review.nothing") };
}

/** Groups for which nothing is a value of its own. */
const NULL_SPEAKS: ReadonlySet<string> = new Set(["category", "answer", "cancelled", "deleted"]);

function whenWhere(value: unknown): string {
  const { starts, ends, modality, place } = value as { starts: number; ends: number; modality: string; place: string | null };
  const where = [t(`modality.${modality}`), place].filter(Boolean).join(", ");
  return `${t("review.from_to", { start: longDate(starts), end: clock(ends) })}\n${where}`;
}

function details(value: unknown): string {
  const held = value as { type: string; precision: string | null; bring: string | null; note: string | null };
  const bring = held.bring ? t("review.bring", { what: held.bring }) : null;
  return [held.precision ?? t(`appointment.type.${held.type}`), bring, held.note].filter(Boolean).join("\n");
}

/** What was written twice: « cette action », « ce rendez-vous ». */
export function thingOf(kind: string): string {
  return t(THINGS[kind] ?? "review.thing.other");
}

const THINGS: Record<string, string> = {
  action: "review.thing.action",
  appointment: "review.thing.appointment",
  message: "review.thing.message",
  note: "review.thing.note",
  contact: "review.thing.contact",
};

/** « La vôtre », « Celle de Nadia ». */
export function ownerOf(version: Version): string {
  return version.isMine ? t("review.mine") : t("review.theirs", { name: firstName(version) });
}

/** « Garder la mienne », « Garder celle de Nadia ». */
export function keepWords(version: Version): string {
  return version.isMine ? t("review.keep_mine") : t("review.keep_theirs", { name: firstName(version) });
}

export function firstName({ name }: Version): string {
  return firstNameOf(name) || t("review.somebody");
}

/** Where a choice is made. */
export function reviewHref(recordId: Id): string {
  return `/a-relire/${recordId}`;
}
