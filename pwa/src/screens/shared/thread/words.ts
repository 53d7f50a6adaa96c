/** What a message says of itself: to the eye, to a screen reader, when it arrives, when its state is tapped. */

import { clock, relativeDay } from "../../../i18n/dates.ts";
import { t } from "../../../i18n/t.ts";
import type { MessageItem } from "../../../store/conversation.ts";
import { me } from "../../../store/session.ts";
import { reasonOf } from "../envois/words.ts";

type Written = Pick<MessageItem, "at" | "late">;

/** « 9 h 16 », or « écrit hier, 18 h 02 » for a message that arrived late. */
export function whenOf({ at, late }: Written, isOutOfDay: boolean): string {
  if (!late && !isOutOfDay) return clock(at);
  const when = relativeDay(at);
  return when === clock(at) ? t("message.written_at", { when }) : t("message.written_day", { when });
}

/** The author as a reader hears it: « Vous », or the person's name. */
export function authorOf({ mine, name }: Pick<MessageItem, "mine" | "name">): string {
  return mine ? t("message.you") : name || t("thread.somebody");
}

/** The words of a message; a deleted one has none left. */
export function textOf({ deleted, text }: Pick<MessageItem, "deleted" | "text">): string {
  return deleted ? t("message.deleted") : (text ?? "");
}

/** « Nadia Benali, 9 h 16 : Tu peux me dire si ça te va ? » with what it answers, and one's own state last. */
export function nameOfMessage(item: MessageItem, isOutOfDay = false): string {
  const words = { author: authorOf(item), when: whenOf(item, isOutOfDay), text: textOf(item) };
  const to = item.replyTo && authorQuoted(item.replyTo);
  const said = to ? t("message.name.reply", { ...words, to }) : t("message.name", words);
  const marks = [item.edited && !item.deleted && t("message.edited"), item.state && stateWord(item)].filter(Boolean);
  return marks.length === 0 ? said : `${ended(said)} ${marks.join(", ")}`;
}

/** A sentence ends before the next begins, or a voice runs them together. */
const ended = (said: string) => (/[.!?…]$/.test(said) ? said : `${said}.`);

/** Who wrote the message that is answered; « un message plus ancien » when it is not on this device. */
export function authorQuoted({ name }: NonNullable<MessageItem["replyTo"]>): string {
  const person = me.value;
  if (person && name === `${person.first_name} ${person.last_name}`) return t("message.you");
  return name || t("message.quote.unknown");
}

/** « Échec : texte trop long »; « Reçu ». */
function stateWord({ state, why }: MessageItem): string {
  const word = t(`state.message.${state}`);
  return state === "failed" ? t("state.with_reason", { state: word, why: shortReason(why) }) : word;
}

const SHORT = new Set(["forbidden", "validation", "gone", "too_late", "too_large"]);

/** Why a message was refused, in two or three words. */
export function shortReason(why: string | undefined): string {
  return t(`message.why.${why && SHORT.has(why) ? why : "failed"}`);
}

/** What a tap on the state says, in one sentence. `other`: the first name of the person it is for. */
export function explainState({ state, why }: Pick<MessageItem, "state" | "why">, other: string): string | null {
  if (state === null) return null;
  return state === "failed" ? reasonOf(why) : t(`message.explain.${state}`, { name: other });
}
