import { useEffect, useMemo, useRef } from "preact/hooks";
import { Empty } from "../../../components/Empty.tsx";
import { Icon } from "../../../components/Icon.tsx";
import { Skeleton } from "../../../components/Skeleton.tsx";
import thread from "../../../i18n/fr/thread.json" with { type: "json" };
import { registerStrings, t } from "../../../i18n/t.ts";
import type { Id } from "../../../api/types.ts";
import { status } from "../../../store/status.ts";
import "../../../styles/thread.css";
import { actsOn } from "./acts.ts";
import { Composer } from "./Composer.tsx";
import { startComposing } from "./composing.ts";
import { Confirm } from "./Confirm.tsx";
import { findVoice } from "./listen.ts";
import { MessageList } from "./MessageList.tsx";
import { MessageMenu } from "./MessageMenu.tsx";
import { openPane, type Pane } from "./pane.ts";
import { nameOf, type View } from "./people.ts";
import { followKeyboard } from "./screenKeyboard.ts";
import { tellTop } from "./top.ts";

registerStrings(thread);

export interface ThreadPaneProps {
  youngPersonId: Id;
  /** Whose screen this is. */
  view: View;
}

/** The conversation with one young person: its messages and where to write. Fills the height it is given. */
export function ThreadPane(props: ThreadPaneProps) {
  return <OpenThread key={`${props.view} ${props.youngPersonId}`} {...props} />;
}

function OpenThread({ youngPersonId, view }: ThreadPaneProps) {
  const { pane, composing, acts } = useMemo(() => openThread({ youngPersonId, view }), []);
  const place = useRef<HTMLDivElement>(null);
  const drawn = pane.drawn.value;
  const isReady = drawn !== null;
  useEffect(() => pane.close, [pane]);
  useEffect(findVoice, []);
  useEffect(followKeyboard, []);
  useEffect(() => tellTop(place.current!), []);
  // not awaited: what was being written comes back when it has been read
  useEffect(() => void (isReady && composing.restore()), [isReady]);
  const isEmpty = isReady && drawn.items.length === 0;
  return (
    <div class="thread-pane" ref={place}>
      {view === "young" && <h2 class="visually-hidden">{t("thread.heading", { name: nameOf(pane.other.value) })}</h2>}
      {isReady && !isEmpty && <MessageList pane={pane} acts={acts} drawn={drawn} />}
      {!isReady && <div class="thread-scroll">{status.value.firstSync && <Skeleton rows={4} />}</div>}
      {isEmpty && <Nobody pane={pane} />}
      {isReady && <ToBottom pane={pane} />}
      <Composer pane={pane} composing={composing} isEmpty={isEmpty} />
      <MessageMenu pane={pane} acts={acts} />
      <Confirm acts={acts} />
    </div>
  );
}

function openThread(props: ThreadPaneProps) {
  const pane = openPane(props);
  const composing = startComposing({ youngPersonId: props.youngPersonId, find: pane.find });
  return { pane, composing, acts: actsOn(pane, composing) };
}

function Nobody({ pane }: { pane: Pane }) {
  const text = pane.view === "young" ? "thread.empty.text" : "thread.empty.text.advisor";
  return (
    <div class="thread-scroll thread-empty">
      <Empty planks={0} title={t("thread.empty", { name: nameOf(pane.other.value) })} text={t(text)} />
    </div>
  );
}

/** In the flow, never over the messages: what arrived below, or the way back from far up. */
function ToBottom({ pane }: { pane: Pane }) {
  const count = pane.below.value;
  const { items, slice } = pane.drawn.value!;
  if (count === 0 && slice.end >= items.length) return null;
  return (
    <button class="thread-jump" type="button" onClick={pane.showBottom}>
      <Icon name="chevron-down" size="small" />
      {count > 0 ? t("thread.arrivals", { count }) : t("thread.to_bottom")}
    </button>
  );
}
