import type { Row } from "../../../api/types.ts";
import { Icon } from "../../../components/Icon.tsx";
import { EnvoiStateLine } from "../../../components/StateLine.tsx";
import { toast } from "../../../components/Toast.tsx";
import { t } from "../../../i18n/t.ts";
import { answerAppointment } from "../../../intents/answerAppointment.ts";
import { envois } from "../../../store/envois.ts";
import { me } from "../../../store/session.ts";

export interface AnswerProps {
  row: Row<"appointment">;
  /** Opens the reasons. */
  onRefuse: () => void;
}

/** « Je viens » and « Je ne peux pas »; then the answer given, where it is, and the way to change it. */
export function Answer({ row, onRefuse }: AnswerProps) {
  const { answer } = row.d;
  if (answer === null) return <Ask row={row} onRefuse={onRefuse} />;
  const isComing = answer === "coming";
  return (
    <div class="answered">
      <p>
        <Icon name={isComing ? "circle-check" : "x"} />
        <b>{t(isComing ? "answer.said_coming" : "answer.said_not_coming")}</b>
      </p>
      <Sent id={row.id} />
      <button class="button" type="button" onClick={() => (isComing ? onRefuse() : come(row))}>
        {t(isComing ? "answer.cannot" : "answer.come")}
      </button>
    </div>
  );
}

function Ask({ row, onRefuse }: AnswerProps) {
  return (
    <div class="button-pair">
      <button class="button button-primary button-large" type="button" onClick={() => come(row)}>
        {t("answer.come")}
      </button>
      <button class="button button-large" type="button" onClick={onRefuse}>
        {t("answer.cannot")}
      </button>
    </div>
  );
}

function come(row: Row<"appointment">): void {
  const youngPersonId = me.peek()?.id;
  if (!youngPersonId) return;
  void answerAppointment({ youngPersonId, id: row.id, answer: "coming" }).then(({ undo }) => toast(t("answer.noted"), undo ? { undo } : {}));
}

/** Where the answer is while it has not left, or when it was refused. */
function Sent({ id }: { id: string }) {
  const found = envois.value.find((one) => one.recordId === id && one.type === "appointment.answer" && one.state !== "sent");
  return found ? <EnvoiStateLine state={found.state} /> : null;
}
