import { useEffect, useRef, useState } from "preact/hooks";
import { focusHeading } from "../../../a11y/navigation.ts";
import { Icon } from "../../../components/Icon.tsx";
import { toast } from "../../../components/Toast.tsx";
import { t } from "../../../i18n/t.ts";
import { remedyFor } from "../remedies.ts";
import { discardRefused, editRefused, type Envoi, retryRefused } from "../../../store/envois.ts";

/** What the server refused is still here: copy it, change it, send it again, or let it go. */
export function Refused({ envoi }: { envoi: Envoi }) {
  const [editing, setEditing] = useState(false);
  const [leaving, setLeaving] = useState(false);
  const { key, text, canEdit } = envoi;
  if (editing) return <Edit envoi={envoi} onDone={() => setEditing(false)} />;
  if (leaving) return <Discard envoiKey={key} onKeep={() => setLeaving(false)} />;
  return (
    <div class="button-pair">
      {text !== undefined && (
        <button class="button button-small" type="button" onClick={() => void copy(text)}>
          <Icon name="copy" size="small" />
          {t("refused.copy")}
        </button>
      )}
      {canEdit && (
        <button class="button button-small" type="button" onClick={() => setEditing(true)}>
          <Icon name="pencil" size="small" />
          {t("refused.edit")}
        </button>
      )}
      {remedyFor(envoi.why) === "retry" && (
        <button class="button button-small" type="button" onClick={() => void retryRefused(key).then(focusHeading)}>
          <Icon name="refresh-cw" size="small" />
          {t("refused.retry")}
        </button>
      )}
      <button class="button button-small button-danger" type="button" onClick={() => setLeaving(true)}>
        <Icon name="trash-2" size="small" />
        {t("refused.discard")}
      </button>
    </div>
  );
}

async function copy(text: string): Promise<void> {
  try {
    await navigator.clipboard.writeText(text);
    toast(t("refused.copied"));
  } catch {
    toast(t("refused.not_copied"));
  }
}

function Edit({ envoi, onDone }: { envoi: Envoi; onDone: () => void }) {
  const [text, setText] = useState(envoi.text ?? "");
  const field = useFocus<HTMLTextAreaElement>();
  const send = (event: Event) => {
    event.preventDefault();
    if (text.trim()) void editRefused(envoi.key, text.trim()).then(focusHeading);
  };
  return (
    <form class="stack-tight" onSubmit={send}>
      <div class="field">
        <label for={`edit-${envoi.key}`}>{t("refused.edit.label")}</label>
        <textarea
          class="control"
          ref={field}
          id={`edit-${envoi.key}`}
          value={text}
          onInput={(event) => setText(event.currentTarget.value)}
        />
      </div>
      <div class="button-pair">
        <button class="button" type="submit">
          {t("refused.edit.send")}
        </button>
        <button class="button button-quiet" type="button" onClick={onDone}>
          {t("refused.edit.leave")}
        </button>
      </div>
    </form>
  );
}

/** Words are about to be gone for good: the one place of this page that asks first. */
function Discard({ envoiKey, onKeep }: { envoiKey: string; onKeep: () => void }) {
  const keep = useFocus<HTMLButtonElement>();
  return (
    <>
      <p>{t("refused.discard.ask")}</p>
      <div class="button-pair">
        <button class="button" type="button" ref={keep} onClick={onKeep}>
          {t("refused.discard.keep")}
        </button>
        <button class="button button-danger" type="button" onClick={() => void discardRefused(envoiKey).then(focusHeading)}>
          {t("refused.discard.do")}
        </button>
      </div>
    </>
  );
}

/** What replaces a button that was just pressed takes its focus. */
function useFocus<Kind extends HTMLElement>() {
  const element = useRef<Kind>(null);
  useEffect(() => element.current?.focus(), []);
  return element;
}
