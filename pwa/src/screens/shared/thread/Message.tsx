import { Component } from "preact";
import { Icon } from "../../../components/Icon.tsx";
import { StateLine } from "../../../components/StateLine.tsx";
import { t } from "../../../i18n/t.ts";
import type { MessageItem } from "../../../store/conversation.ts";
import { Bubble } from "./Bubble.tsx";
import { remedyFor } from "../remedies.ts";
import { toggleListening } from "./listen.ts";
import type { Acts } from "./acts.ts";
import { nameOfMessage, shortReason, whenOf } from "./words.ts";

interface MessageProps {
  item: MessageItem;
  isOutOfDay: boolean;
  /** The one the keyboard reaches: its own controls come after it with Tab, those of the others do not. */
  isActive: boolean;
  /** Just jumped to. */
  isFound: boolean;
  isListening: boolean;
  /** « Écouter » beside the bubble, not only among what may be done. */
  showListen: boolean;
  /** Somebody else than the person this thread is with. */
  showAuthor: boolean;
  /** Today, "YYYY-MM-DD": « hier » changes at midnight. */
  today: string;
  acts: Acts;
}

/** One message. Drawn again only when something in it changed: a hundred of them are in the page. */
export class Message extends Component<MessageProps> {
  override shouldComponentUpdate(next: MessageProps): boolean {
    return (Object.keys(next) as (keyof MessageProps)[]).some((name) => next[name] !== this.props[name]);
  }

  override render({ item, isOutOfDay, isActive, isFound, acts, showAuthor, ...rest }: MessageProps) {
    return (
      <li
        class={item.mine ? "message message-mine" : "message"}
        tabIndex={isActive ? 0 : -1}
        aria-label={nameOfMessage(item, isOutOfDay)}
        data-id={item.id}
        data-seq={item.mine ? undefined : (item.seq ?? undefined)}
        data-found={isFound || undefined}
      >
        <Bubble item={item} showAuthor={showAuthor} isActive={isActive} acts={acts} />
        {rest.showListen && <Listen item={item} isActive={isActive} isListening={rest.isListening} />}
        <Meta item={item} when={whenOf(item, isOutOfDay)} isActive={isActive} acts={acts} />
        {item.state === "failed" && <Remedy item={item} isActive={isActive} acts={acts} />}
      </li>
    );
  }
}

const tabIndexOf = (isActive: boolean) => (isActive ? 0 : -1);

function Listen({ item, isActive, isListening }: Pick<MessageProps, "item" | "isActive" | "isListening">) {
  return (
    <button
      class="icon-button message-listen"
      type="button"
      tabIndex={tabIndexOf(isActive)}
      aria-label={t(isListening ? "message.stop" : "message.listen")}
      onClick={() => toggleListening(item.id, item.text ?? "")}
    >
      <Icon name={isListening ? "pause" : "volume-2"} size="small" />
    </button>
  );
}

interface MetaProps extends Pick<MessageProps, "item" | "isActive" | "acts"> {
  when: string;
}

/** When, and where it is: a tap explains it and offers what may be done. */
function Meta({ item, when, isActive, acts }: MetaProps) {
  const words = (
    <>
      <bdi>{when}</bdi>
      {item.edited && !item.deleted && <span>{t("message.edited")}</span>}
      {item.state && <StateLine state={item.state} why={item.state === "failed" ? shortReason(item.why) : undefined} />}
    </>
  );
  if (item.deleted && item.state === null) return <p class="message-meta">{words}</p>;
  return (
    <button
      class="message-meta"
      type="button"
      tabIndex={tabIndexOf(isActive)}
      aria-haspopup="dialog"
      onClick={() => acts.choose(item.id)}
    >
      {words}
      <span class="visually-hidden">, {t("message.more")}</span>
      <Icon name="ellipsis-vertical" class="message-more" />
    </button>
  );
}

/** After a refusal, the one button that mends it; the rest is a tap away. */
function Remedy({ item, isActive, acts }: Pick<MessageProps, "item" | "isActive" | "acts">) {
  const gesture = remedyFor(item.why);
  return (
    <button
      class="button button-small"
      type="button"
      tabIndex={tabIndexOf(isActive)}
      onClick={() => acts.run(gesture, item)}
    >
      {t(`message.do.${gesture}`)}
    </button>
  );
}
