import { computed } from "@preact/signals";
import { useRef } from "preact/hooks";
import type { Id } from "../../../api/types.ts";
import { civilDay, dayLabel } from "../../../i18n/dates.ts";
import { t } from "../../../i18n/t.ts";
import { clock, tick } from "../../../store/clock.ts";
import type { Acts } from "./acts.ts";
import { entriesOf, type Entry } from "./entries.ts";
import { Leaving } from "./Leaving.tsx";
import { canListen, listeningTo } from "./listen.ts";
import { Message } from "./Message.tsx";
import type { Drawn, Pane } from "./pane.ts";
import { useMessageKeys } from "./useMessageKeys.ts";
import { useReadMark } from "./useReadMark.ts";
import { useScroller } from "./useScroller.ts";
import { MANY } from "./unread.ts";

const today = computed(() => {
  void tick.value;
  return civilDay(clock.now());
});

/** The messages, oldest first; only those around what is on screen are in the page. */
export function MessageList({ pane, acts, drawn }: { pane: Pane; acts: Acts; drawn: Drawn }) {
  const scroller = useRef<HTMLDivElement>(null);
  const onMoved = useReadMark(pane, scroller);
  const found = useScroller({ pane, drawn, scroller, onMoved });
  const onKeyDown = useMessageKeys(pane, acts);
  return (
    <div class="thread-scroll" ref={scroller}>
      <ol class="thread" role="list" aria-label={t("thread.name")} onKeyDown={onKeyDown}>
        <Entries pane={pane} acts={acts} drawn={drawn} found={found} />
      </ol>
      <Leaving items={drawn.items} />
    </div>
  );
}

interface EntriesProps {
  pane: Pane;
  acts: Acts;
  drawn: Drawn;
  found: Id | null;
}

function Entries({ pane, acts, drawn: { items, slice }, found }: EntriesProps) {
  const shown = items.slice(slice.start, slice.end);
  const active = shown.some(({ id }) => id === pane.active.value) ? pane.active.value : shown.at(-1)?.id;
  const other = pane.other.value.fullName;
  const common = { acts, today: today.value };
  return (
    <>
      {entriesOf(shown, pane.firstUnread.value).map((entry) =>
        entry.type === "message" ? (
          <Message
            key={entry.key}
            item={entry.item}
            isOutOfDay={entry.isOutOfDay}
            isActive={entry.item.id === active}
            isFound={entry.item.id === found}
            isListening={listeningTo.value === entry.item.id}
            showListen={pane.view === "young" && canListen.value && !entry.item.mine && !entry.item.deleted}
            showAuthor={!entry.item.mine && entry.item.name !== other}
            {...common}
          />
        ) : (
          <Separator key={entry.key} entry={entry} unread={pane.unread.value} />
        ),
      )}
    </>
  );
}

function Separator({ entry, unread }: { entry: Exclude<Entry, { type: "message" }>; unread: number }) {
  if (entry.type === "day") return <li class="thread-day">{dayLabel(entry.at)}</li>;
  return (
    <li class="thread-new" data-unread>
      {unread > MANY ? t("thread.unread.many") : t("thread.unread", { count: unread })}
    </li>
  );
}
