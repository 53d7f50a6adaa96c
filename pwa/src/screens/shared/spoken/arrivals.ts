/** Messages that arrive while one is anywhere in the application: said once, « Nadia, 9 h 16 : … ». */

import { announceMessage } from "../../../a11y/announce.ts";
import type { Message } from "../../../api/types.ts";
import { clock } from "../../../i18n/dates.ts";
import { t } from "../../../i18n/t.ts";
import type { StoredMessage } from "../../../store/base.ts";
import { excerpt } from "../../../store/excerpt.ts";
import { author, digests, onMessages, scopes } from "../../../store/memory.ts";
import { isCovered } from "../cover.ts";
import { firstNameOf } from "../names.ts";

/** Longer messages are said by their beginning: the rest is read in the thread, at one's own pace. */
const MOST = 300;

/** Say what arrives from now on; the answer stops. */
export function sayArrivals(): () => void {
  /** Number of the newest message heard of, by scope that was received whole. */
  let known = newestByScope();
  return onMessages((news) => {
    if (news === "reload") return void (known = newestByScope());
    for (const message of news.messages) {
      const heard = known.get(message.s);
      // A dossier that is only being received is not news.
      if (heard !== undefined && isNews(message, heard)) say(message.d);
    }
    known = newestByScope();
  });
}

function newestByScope(): Map<number, number> {
  const whole = [...scopes.peek().values()].filter(({ epoch, part }) => epoch > 0 && !part);
  return new Map(whole.map(({ s }) => [s, digests.peek().get(s)?.last?.d.seq ?? 0]));
}

function isNews({ d }: StoredMessage, heard: number): boolean {
  return d.side !== author.peek().side && d.deleted === null && (d.seq ?? 0) > heard;
}

function say(message: Message): void {
  const summary = (count: number) => t("spoken.arrivals", { count });
  announceMessage(isCovered.peek() ? summary(1) : arrivalWords(message), summary);
}

/** « Nadia, 9 h 16 : Tu peux me dire si ça te va ? » */
export function arrivalWords({ name, at, text }: Pick<Message, "name" | "at" | "text">): string {
  return t("spoken.arrival", { name: firstNameOf(name), when: clock(at), text: excerpt(text ?? "", MOST) });
}
