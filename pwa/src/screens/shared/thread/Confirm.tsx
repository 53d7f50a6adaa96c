import { Sheet } from "../../../components/Sheet.tsx";
import { t } from "../../../i18n/t.ts";
import type { Acts } from "./acts.ts";

/**
 * Deleting asks first, and offers no way back afterwards. A delayed deletion with « Annuler » would be lost if the
 * browser were killed meanwhile; an immediate one cannot be taken back, for the other person's device has obeyed it.
 */
export function Confirm({ acts }: { acts: Acts }) {
  const question = acts.question.value;
  if (!question) return null;
  const { about } = question;
  return (
    <Sheet open title={t(`message.${about}.ask`)} onClose={() => acts.answer(false)}>
      <p>{t(`message.${about}.text`)}</p>
      <div class="button-pair">
        <button class="button" type="button" onClick={() => acts.answer(false)}>
          {t("message.delete.keep")}
        </button>
        <button class="button button-danger" type="button" onClick={() => acts.answer(true)}>
          {t(`message.${about}.do`)}
        </button>
      </div>
    </Sheet>
  );
}
