import { Icon } from "../../../components/Icon.tsx";
import { t } from "../../../i18n/t.ts";
import type { MessageItem } from "../../../store/conversation.ts";
import type { Acts } from "./acts.ts";
import { piecesOf } from "./links.ts";
import { authorOf, authorQuoted } from "./words.ts";

interface BubbleProps {
  item: MessageItem;
  showAuthor: boolean;
  isActive: boolean;
  acts: Acts;
}

/** The words of a message. A tap anywhere on them does what the line below does. */
export function Bubble({ item, showAuthor, isActive, acts }: BubbleProps) {
  const author = t("message.author", { author: authorOf(item) });
  if (item.deleted) {
    return (
      <div class="bubble bubble-deleted">
        <span class="visually-hidden">{author}</span>
        <Icon name="trash-2" size="small" />
        {t("message.deleted")}
      </div>
    );
  }
  return (
    <div class={classOf(item)} onClick={(event) => isPlainTap(event) && acts.choose(item.id)}>
      {showAuthor ? <b class="bubble-author">{author}</b> : <span class="visually-hidden">{author}</span>}
      {item.replyTo && <Quote replyTo={item.replyTo} isActive={isActive} acts={acts} />}
      <p class="bubble-text" dir="auto">
        <Words text={item.text ?? ""} isActive={isActive} />
      </p>
    </div>
  );
}

function classOf({ state }: MessageItem): string {
  if (state === "waiting") return "bubble bubble-waiting";
  return state === "failed" ? "bubble bubble-failed" : "bubble";
}

/** Not a link, and not the end of a selection. */
function isPlainTap({ target }: MouseEvent): boolean {
  return !(target as Element).closest("a") && (getSelection()?.isCollapsed ?? true);
}

function Words({ text, isActive }: { text: string; isActive: boolean }) {
  return (
    <>
      {piecesOf(text).map(({ text: words, href }) =>
        href ? (
          <a href={href} target="_blank" rel="noopener noreferrer" tabIndex={isActive ? 0 : -1}>
            {words}
          </a>
        ) : (
          words
        ),
      )}
    </>
  );
}

interface QuoteProps extends Pick<BubbleProps, "isActive" | "acts"> {
  replyTo: NonNullable<MessageItem["replyTo"]>;
}

/** What this message answers; leads to it, wherever it is in the thread. */
function Quote({ replyTo, isActive, acts }: QuoteProps) {
  const { id, name, text } = replyTo;
  const go = (event: MouseEvent) => {
    event.preventDefault();
    acts.goTo(id);
  };
  return (
    <a class="quote" href={`#${id}`} tabIndex={isActive ? 0 : -1} onClick={go}>
      <b>
        <span class="visually-hidden">{t("message.quote")} </span>
        {authorQuoted(replyTo)}
      </b>
      <span class="quote-text" dir="auto">
        {text ?? (name ? t("message.deleted") : "")}
      </span>
    </a>
  );
}
