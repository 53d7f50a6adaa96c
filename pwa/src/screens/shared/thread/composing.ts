/** What is being written in a thread: a new message, an answer, or a change to a message already there. */

import { computed, signal, type ReadonlySignal } from "@preact/signals";
import { announce } from "../../../a11y/announce.ts";
import type { Id } from "../../../api/types.ts";
import { t } from "../../../i18n/t.ts";
import { editMessage } from "../../../intents/editMessage.ts";
import { sendMessage } from "../../../intents/sendMessage.ts";
import { clock } from "../../../store/clock.ts";
import type { MessageItem } from "../../../store/conversation.ts";
import type { Draft } from "../../../store/drafts.ts";
import { editRefused } from "../../../store/envois.ts";
import { atEnd, type Content, EMPTY } from "./content.ts";
import { openDrafts } from "./drafts.ts";
import { draftSaver } from "./draftSaver.ts";
import { lengthOf } from "./length.ts";

/** Why the words are still in the field. */
export type Trouble = "full" | "failed" | "too_late";

export interface Composing {
  content: ReadonlySignal<Content>;
  /** The message being answered. */
  replyTo: ReadonlySignal<Id | null>;
  /** The message being changed. */
  editing: ReadonlySignal<Id | null>;
  trouble: ReadonlySignal<Trouble | null>;
  /** Bring back what was being written; call once the messages are there. */
  restore(): Promise<void>;
  typed(content: Omit<Content, "isPlaced">): void;
  fill(text: string): void;
  reply(id: Id | null): void;
  edit(item: MessageItem): void;
  /** Leave the message as it was. The answer brings the change back. */
  leaveEdit(): () => void;
  /** True once the words are safe on this device. */
  send(): Promise<boolean>;
  flush(): Promise<void>;
}

export function startComposing({ youngPersonId, find }: {
  youngPersonId: Id;
  find(id: Id): MessageItem | undefined;
}): Composing {
  const drafts = openDrafts(youngPersonId);
  const { newKey, editKey } = drafts;
  const content = signal<Content>(EMPTY);
  const replyTo = signal<Id | null>(null);
  const editing = signal<Id | null>(null);
  const sending = signal<Trouble | null>(null);
  const keeping = signal<Trouble | null>(null);
  const saver = draftSaver((key, draft) => watched(drafts.keep(key, draft)));
  let aside: { content: Content; replyTo: Id | null } = { content: EMPTY, replyTo: null };
  let isSending = false;

  /** Watch a write of a draft: when it fails, the words are only on the screen, and the person is told. */
  async function watched(write: Promise<void>): Promise<void> {
    try {
      await write;
      keeping.value = null;
    } catch (failure) {
      keeping.value = troubleOf(failure);
    }
  }

  function changed(): void {
    const { text, start, end } = content.peek();
    const draft: Draft = { text, start, end, at: clock.now() };
    if (editing.peek()) draft.editing = editing.peek()!;
    if (replyTo.peek()) draft.replyTo = replyTo.peek()!;
    saver.changed(editing.peek() ? editKey : newKey, draft);
  }

  function write(next: Content, answered: Id | null): void {
    content.value = next;
    replyTo.value = answered;
  }

  function backToNew(): void {
    editing.value = null;
    write({ ...aside.content, isPlaced: true }, aside.replyTo);
    aside = { content: EMPTY, replyTo: null };
  }

  /** The words of a change that can no longer be made become a new message, after the one being written. */
  function keepAsNew(): void {
    const words = [aside.content.text, content.peek().text].filter((text) => text.trim() !== "");
    editing.value = null;
    write(atEnd(words.join("\n")), aside.replyTo);
    aside = { content: EMPTY, replyTo: null };
    sending.value = "too_late";
    changed();
    void saver.flush().then(() => drafts.clear(editKey)); // not awaited: both copies may stay for a moment
  }

  async function sendNew(text: string): Promise<void> {
    const answered = replyTo.peek();
    await sendMessage({ youngPersonId, text, draft: drafts.spent(newKey, text), ...(answered ? { replyTo: answered } : {}) });
  }

  async function sendChange(id: Id, text: string): Promise<void> {
    const item = find(id);
    if (item?.intentKey) {
      await editRefused(item.intentKey, text);
      await drafts.clear(editKey);
    } else {
      await editMessage({ youngPersonId, id, text, draft: drafts.spent(editKey, text) });
    }
  }

  /** What was typed while the device was writing stays in the field. */
  function clear(sent: string): void {
    const { text } = content.peek();
    const rest = text.startsWith(sent) ? text.slice(sent.length) : text;
    if (editing.peek()) backToNew();
    else write(atEnd(rest), null);
    if (rest) changed();
  }

  async function deliver(raw: string): Promise<boolean> {
    const id = editing.peek();
    saver.cancel();
    try {
      await (id ? sendChange(id, raw.trim()) : sendNew(raw.trim()));
    } catch (failure) {
      sending.value = troubleOf(failure);
      changed();
      return false;
    }
    sending.value = null;
    announce(t("spoken.kept"));
    clear(raw);
    return true;
  }

  return {
    content,
    replyTo,
    editing,
    trouble: computed(() => sending.value ?? keeping.value),
    async restore() {
      const [draft, change] = await drafts.read();
      if (content.peek().text) return;
      if (draft) write({ ...draft, isPlaced: true }, draft.replyTo ?? null);
      if (!change?.editing) return;
      aside = { content: content.peek(), replyTo: replyTo.peek() };
      editing.value = change.editing;
      write({ ...change, isPlaced: true }, null);
      if (!mayEdit(find(change.editing))) keepAsNew();
    },
    typed(next) {
      content.value = { ...next, isPlaced: false };
      if (next.text === "") sending.value = null;
      changed();
    },
    fill(text) {
      content.value = atEnd(text);
      changed();
    },
    reply(id) {
      replyTo.value = id;
      changed();
    },
    edit(item) {
      if (!editing.peek()) {
        void saver.flush(); // not awaited: it keeps what is put aside
        aside = { content: content.peek(), replyTo: replyTo.peek() };
      }
      editing.value = item.id;
      write(atEnd(item.text ?? ""), null);
      changed();
    },
    leaveEdit() {
      const left = { id: editing.peek(), content: content.peek() };
      saver.cancel();
      backToNew();
      void drafts.clear(editKey); // not awaited: a draft that stays is offered again
      return () => {
        const item = left.id && find(left.id);
        if (!item) return;
        this.edit(item);
        this.fill(left.content.text);
      };
    },
    async send() {
      const { text } = content.peek();
      const id = editing.peek();
      const excess = lengthOf(text)?.excess ?? 0;
      if (!text.trim()) announce(t("composer.empty"));
      if (excess > 0) announce(t("composer.too_long", { count: excess }));
      if (isSending || !text.trim() || excess > 0) return false;
      if (id && !mayEdit(find(id))) {
        keepAsNew();
        return false;
      }
      isSending = true;
      return deliver(text).finally(() => (isSending = false));
    },
    flush: () => saver.flush(),
  };
}

function mayEdit(item: MessageItem | undefined): boolean {
  return item !== undefined && (item.canEdit || item.state === "failed");
}

function troubleOf(failure: unknown): Trouble {
  if (failure instanceof Error && failure.name === "DeviceFull") return "full";
  reportError(failure); // nothing else explains it to whoever mends it
  return "failed";
}
