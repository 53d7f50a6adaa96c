import type { ComponentChildren } from "preact";
import type { IconName } from "../../../../build/icons.ts";
import { Icon } from "../../../components/Icon.tsx";
import { toast } from "../../../components/toast.ts";
import { t } from "../../../i18n/t.ts";
import type { Composing } from "./composing.ts";
import { focusComposer } from "./field.ts";
import type { Pane } from "./pane.ts";
import { authorOf, textOf } from "./words.ts";

/** What the words in the field are about: the message they answer, or the one they change. */
export function ComposerAbout({ pane, composing }: { pane: Pane; composing: Composing }) {
  const editing = composing.editing.value;
  const replyTo = composing.replyTo.value;
  if (editing) return <Editing composing={composing} />;
  if (!replyTo) return null;
  const message = pane.find(replyTo);
  const name = message ? authorOf(message) : t("message.quote.unknown");
  return (
    <About
      icon="reply"
      title={t("composer.reply", { name })}
      leave={t("composer.reply.leave")}
      onLeave={() => leaveAbout(composing)}
    >
      {message && textOf(message)}
    </About>
  );
}

function Editing({ composing }: { composing: Composing }) {
  const leave = () => leaveAbout(composing);
  return <About icon="pencil" title={t("composer.edit")} leave={t("composer.edit.leave")} onLeave={leave} />;
}

/** Let go of the answer or of the change, never of the words of a new message. */
export function leaveAbout(composing: Composing): void {
  if (composing.editing.peek()) toast(t("composer.edit.left"), { undo: composing.leaveEdit() });
  else if (composing.replyTo.peek()) composing.reply(null);
}

interface AboutProps {
  icon: IconName;
  title: string;
  leave: string;
  onLeave: () => void;
  children?: ComponentChildren;
}

function About({ icon, title, leave, onLeave, children }: AboutProps) {
  const onClick = () => {
    onLeave();
    focusComposer();
  };
  return (
    <div class="composer-about">
      <Icon name={icon} size="small" />
      <p>
        <b>{title}</b>
        {children && <span class="one-line meta" dir="auto">{children}</span>}
      </p>
      <button class="icon-button" type="button" aria-label={leave} onClick={onClick}>
        <Icon name="x" size="small" />
      </button>
    </div>
  );
}
