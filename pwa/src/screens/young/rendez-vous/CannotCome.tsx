import "../../../i18n/words.ts";
import { useState } from "preact/hooks";
import type { AnswerReason, Row } from "../../../api/types.ts";
import type { IconName } from "../../../../build/icons.ts";
import { Icon } from "../../../components/Icon.tsx";
import { Sheet } from "../../../components/Sheet.tsx";
import { toast } from "../../../components/Toast.tsx";
import { t } from "../../../i18n/t.ts";
import { answerAppointment } from "../../../intents/answerAppointment.ts";
import { me } from "../../../store/session.ts";
import { firstNameOf } from "../../shared/names.ts";

const REASONS: [AnswerReason, IconName][] = [
  ["transport", "bus"],
  ["health", "stethoscope"],
  ["work", "briefcase"],
  ["family", "users-round"],
  ["other", "ellipsis"],
];
const TEXT_MAX = 250;

/** « Je ne peux pas », with a reason for who wants to give one. */
export function CannotCome({ row, open, onClose }: { row: Row<"appointment">; open: boolean; onClose: () => void }) {
  const [reason, setReason] = useState<AnswerReason | null>(null);
  const [text, setText] = useState("");
  const name = firstNameOf(row.d.organiser.name);
  return (
    <Sheet open={open} title={t("cannot.title")} onClose={onClose}>
      <p>{t("cannot.text", { name })}</p>
      <fieldset class="choices">
        <legend>{t("cannot.why")}</legend>
        {REASONS.map(([code, icon]) => (
          <label class="choice" key={code}>
            <input type="radio" name="reason" checked={reason === code} onChange={() => setReason(code)} />
            <span>
              <Icon name={icon} size="small" />
              {t(`reason.${code}`)}
            </span>
          </label>
        ))}
      </fieldset>
      <div class="field">
        <label for="cannot-text">{t("cannot.words")}</label>
        <textarea class="control" id="cannot-text" rows={2} maxLength={TEXT_MAX} value={text} onInput={(event) => setText(event.currentTarget.value)} />
      </div>
      <button class="button button-primary button-large button-wide" type="button" onClick={() => void refuse(row, reason, text).then(onClose)}>
        {t("cannot.send", { name })}
      </button>
    </Sheet>
  );
}

async function refuse(row: Row<"appointment">, reason: AnswerReason | null, text: string): Promise<void> {
  const youngPersonId = me.peek()?.id;
  if (!youngPersonId) return;
  const words = text.trim();
  const { undo } = await answerAppointment({
    youngPersonId, id: row.id, answer: "not_coming", ...(reason ? { reason } : {}), ...(words ? { text: words } : {}),
  });
  toast(t("answer.noted"), undo ? { undo } : {});
}
