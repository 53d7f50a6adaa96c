import { t } from "../../../i18n/t.ts";
import { summary } from "../../../store/summaries.ts";
import { moveCursor, personUnderCursor } from "../keys/cursor.ts";
import { useKeys } from "../keys/useKeys.ts";
import { nameOf } from "../people/caseload.ts";
import { NotHere } from "../person/NotHere.tsx";
import { KeysLine } from "../shell/KeysLine.tsx";
import { isPhone, isWide } from "../shell/layout.ts";
import { Screen } from "../shell/Screen.tsx";
import { Brief } from "./Brief.tsx";
import { Conversation, ConversationTools, WaitStrip } from "./Conversation.tsx";
import { ConversationList } from "./ConversationList.tsx";
import { markHandled, toggleFlag } from "./gestures.ts";
import { NothingOpen } from "./NothingOpen.tsx";
import { useReply } from "./reply.ts";

const KEYS = [
  { keys: ["j", "k"], does: "keys.conversation_short" },
  { keys: ["r"], does: "keys.reply_short" },
  { keys: ["e"], does: "keys.handled_short" },
  { keys: ["s"], does: "keys.follow_short" },
  { keys: ["Ctrl", "Entrée"], does: "keys.send_short" },
];

/** The conversations and the one that is open: side by side, or one after the other on a phone. */
export function MessagesScreen({ params }: { params?: Record<string, string> }) {
  const open = params?.["id"];
  const person = open ? summary(open) : undefined;
  useMessageKeys(open);
  const name = person ? nameOf(person) : t("person.unknown");
  const title = open ? t("messages.title.with", { name }) : t("menu.messages");
  if (isPhone() && open) {
    const tools = person && <ConversationTools person={person} away="person" />;
    return (
      <Screen key={open} title={title} heading={name} back="/messages" tools={tools} fill>
        {person && <WaitStrip person={person} />}
        <section class="conversation" aria-label={t("messages.with", { name })}>
          {person ? <Conversation person={person} /> : <NotHere />}
        </section>
      </Screen>
    );
  }
  const about = person ? t("messages.with", { name: nameOf(person) }) : t("messages.open");
  return (
    <Screen key="list" title={title} heading={t("menu.messages")} fill={!isPhone()}>
      <div class={isPhone() ? "pane-alone" : "panes"}>
        <ConversationList open={open} />
        {!isPhone() && (
          <section class="conversation" aria-label={about}>
            {person ? <Conversation person={person} head="person" /> : open ? <NotHere /> : <NothingOpen />}
          </section>
        )}
        {isWide() && person && <Brief person={person} />}
      </div>
      <KeysLine keys={KEYS} />
    </Screen>
  );
}

function useMessageKeys(open: string | undefined): void {
  const about = (gesture: (id: string) => Promise<void>) => () => {
    const person = personUnderCursor() ?? open;
    if (person) void gesture(person);
  };
  useKeys({
    j: () => moveCursor(1),
    k: () => moveCursor(-1),
    r: useReply(open),
    e: about(markHandled),
    s: about(toggleFlag),
  });
}
