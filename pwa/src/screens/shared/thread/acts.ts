/** What happens when somebody chooses what to do with a message. */

import { signal, type ReadonlySignal } from "@preact/signals";
import { toast } from "../../../components/toast.ts";
import type { Id } from "../../../api/types.ts";
import { t } from "../../../i18n/t.ts";
import { deleteMessage } from "../../../intents/deleteMessage.ts";
import { sendMessage } from "../../../intents/sendMessage.ts";
import type { MessageItem } from "../../../store/conversation.ts";
import { discardRefused, retryRefused } from "../../../store/envois.ts";
import type { Composing } from "./composing.ts";
import { copyText } from "./copy.ts";
import { focusComposer } from "./field.ts";
import type { Gesture } from "./gestures.ts";
import { toggleListening } from "./listen.ts";
import type { Pane } from "./pane.ts";

/** Words are about to be gone: the only gestures that ask first. */
export interface Question {
  about: "delete" | "discard";
  item: MessageItem;
}

export interface Acts {
  /** The message whose gestures are shown. */
  chosen: ReadonlySignal<Id | null>;
  question: ReadonlySignal<Question | null>;
  choose(id: Id | null): void;
  run(gesture: Gesture, item: MessageItem): void;
  /** Yes or no to the question asked. */
  answer(yes: boolean): void;
  goTo(id: Id): void;
}

export function actsOn(pane: Pane, composing: Composing): Acts {
  const chosen = signal<Id | null>(null);
  const question = signal<Question | null>(null);

  const gestures: Record<Gesture, (item: MessageItem) => unknown> = {
    reply(item) {
      composing.reply(item.id);
      focusComposer();
    },
    edit(item) {
      composing.edit(item);
      focusComposer();
    },
    listen: (item) => toggleListening(item.id, item.text ?? ""),
    copy: (item) => copyText(item.text ?? ""),
    retry: (item) => item.intentKey && safely(retryRefused(item.intentKey), t("message.retry.done")),
    discard: (item) => void (question.value = { about: "discard", item }),
    delete(item) {
      // A message that only waits here can be written again: no question. One that has left cannot be called back.
      if (item.seq === null) void erase(item);
      else question.value = { about: "delete", item };
    },
  };

  async function erase(item: MessageItem): Promise<void> {
    const { youngPersonId } = pane;
    const { undo } = await deleteMessage({ youngPersonId, id: item.id });
    if (item.seq !== null) return toast(t("message.delete.done"));
    const replyTo = item.replyTo ? { replyTo: item.replyTo.id } : {};
    const writeAgain = () => sendMessage({ youngPersonId, text: item.text ?? "", ...replyTo });
    toast(t("message.delete.done"), { undo: undo ?? writeAgain });
    if (!pane.find(item.id)) pane.focusLast();
  }

  async function discard({ intentKey }: MessageItem): Promise<void> {
    if (!intentKey) return;
    await safely(discardRefused(intentKey), t("message.discard.done"));
    pane.focusLast();
  }

  return {
    chosen,
    question,
    choose(id) {
      if (id) pane.activate(id);
      chosen.value = id;
    },
    run: (gesture, item) => void gestures[gesture](item), // not awaited: each gesture tells by itself
    answer(yes) {
      const asked = question.peek();
      question.value = null;
      if (!yes || !asked) return;
      void (asked.about === "delete" ? erase(asked.item) : discard(asked.item)); // not awaited: a toast tells
    },
    goTo: (id) => void pane.jumpTo(id), // not awaited: older messages may have to be read first
  };
}

async function safely(gesture: Promise<void>, done: string): Promise<void> {
  await gesture;
  toast(done);
}
