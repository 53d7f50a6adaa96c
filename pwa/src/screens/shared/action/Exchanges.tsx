import { useRef, useState } from "preact/hooks";
import type { Row } from "../../../api/types.ts";
import { announce } from "../../../a11y/announce.ts";
import { Avatar } from "../../../components/Avatar.tsx";
import { Icon } from "../../../components/Icon.tsx";
import { EnvoiStateLine } from "../../../components/StateLine.tsx";
import { relativeDay } from "../../../i18n/dates.ts";
import { t } from "../../../i18n/t.ts";
import { commentAction } from "../../../intents/commentAction.ts";
import { commentsOf } from "../../../store/followup/dossier.ts";
import { youngPersonOf } from "../../../store/records.ts";
import { me } from "../../../store/session.ts";
import "../../../styles/action.css";
import { excessOf, LONGEST_WORDS } from "./limits.ts";
import { sendingOf } from "./sending.ts";
import { useDraft } from "./useDraft.ts";
import { firstNameOf } from "../names.ts";

/** What was said about this action, and the field to answer. */
export function Exchanges({ row }: { row: Row<"action"> }) {
  const comments = commentsOf(row.id);
  return (
    <section class="stack" aria-labelledby="echanges">
      <h2 id="echanges">{t("exchanges.title")}</h2>
      {comments.length > 0 && (
        <ol class="stack" aria-labelledby="echanges">
          {comments.map((comment) => (
            <Comment comment={comment} key={comment.id} />
          ))}
        </ol>
      )}
      <Answer row={row} />
    </section>
  );
}

function Comment({ comment }: { comment: Row<"comment"> }) {
  const { author, side, name, text, at } = comment.d;
  const isMine = author === me.value?.id;
  const sending = isMine ? sendingOf(comment.id) : null;
  return (
    <li class="comment">
      <Avatar name={name} tint={side === "young_person" ? 2 : 1} />
      <div>
        <p>
          <b>{isMine ? t("exchanges.me") : firstNameOf(name)}</b> <span class="meta">{relativeDay(at)}</span>
        </p>
        <p class="words">{text}</p>
        {sending && <EnvoiStateLine state={sending} />}
      </div>
    </li>
  );
}

function Answer({ row }: { row: Row<"action"> }) {
  const draftKey = `comment:${row.id}`;
  const { text, write, spend } = useDraft(draftKey);
  const [fault, setFault] = useState<string | null>(null);
  const field = useRef<HTMLTextAreaElement>(null);
  const send = (event: Event) => {
    event.preventDefault();
    const wrong = faultOf(text);
    setFault(wrong);
    field.current?.focus();
    if (wrong) return;
    const comment = { youngPersonId: youngPersonOf(row.s) ?? me.peek()?.id ?? "", id: row.id, text, draft: draftKey };
    void spend(() => commentAction(comment)).then(() => announce(t("state.envoi.kept")));
  };
  return (
    <form class="stack-tight" onSubmit={send}>
      <div class="composer-line">
        <textarea
          class="control"
          ref={field}
          rows={1}
          aria-label={t("exchanges.field")}
          placeholder={t("exchanges.placeholder")}
          value={text}
          aria-describedby={fault ? "echanges-erreur" : undefined}
          aria-invalid={fault ? "true" : undefined}
          onInput={(event) => {
            setFault(null);
            write(event.currentTarget.value);
          }}
        />
        <button class="icon-button icon-button-soft" type="submit" aria-label={t("exchanges.send")}>
          <Icon name="send-horizontal" />
        </button>
      </div>
      {fault && (
        <p class="field-fault" id="echanges-erreur">
          <Icon name="circle-alert" size="small" />
          {fault}
        </p>
      )}
    </form>
  );
}

function faultOf(text: string): string | null {
  if (text.trim() === "") return t("exchanges.empty");
  const count = excessOf(text, LONGEST_WORDS);
  return count > 0 ? t("words.too_long", { count }) : null;
}
