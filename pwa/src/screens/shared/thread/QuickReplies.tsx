import { announce } from "../../../a11y/announce.ts";
import { t } from "../../../i18n/t.ts";
import type { Composing } from "./composing.ts";
import type { Pane } from "./pane.ts";
import { quickReplies } from "./quick.ts";

interface QuickRepliesProps {
  pane: Pane;
  composing: Composing;
  /** Nothing was written yet: ways to begin rather than answers. */
  isEmpty: boolean;
}

/** Words to send as they are or to change first. Then the keyboard is on « Envoyer », and no screen keyboard opens. */
export function QuickReplies({ pane, composing, isEmpty }: QuickRepliesProps) {
  const replies = quickReplies(pane.view, { isEmpty, name: pane.other.value.firstName });
  const choose = (event: MouseEvent, reply: string) => {
    const form = (event.currentTarget as HTMLElement).closest("form");
    composing.fill(reply);
    announce(t("composer.filled"));
    form?.querySelector<HTMLElement>("[type=submit]")?.focus();
  };
  return (
    <div class="quick" role="group" aria-label={t("thread.quick")}>
      {replies.map((reply) => (
        <button class="button" type="button" key={reply} onClick={(event) => choose(event, reply)}>
          {reply}
        </button>
      ))}
    </div>
  );
}
