import { useState } from "preact/hooks";
import type { Row } from "../../../api/types.ts";
import { Icon } from "../../../components/Icon.tsx";
import { t } from "../../../i18n/t.ts";
import { DaySheet } from "./DaySheet.tsx";
import { markDone, markInProgress, moveTo, resume } from "./gestures.ts";

type Props = { row: Row<"action"> };

/** What is most often done next; nothing once validated. */
export function ActionBar({ row }: Props) {
  if (row.d.qualification) return null;
  return (
    <section class="actionbar" aria-label={t("action.actions")}>
      {row.d.status === "done" ? <Finished row={row} /> : row.d.status === "cancelled" ? <Cancelled row={row} /> : <Open row={row} />}
    </section>
  );
}

function Open({ row }: Props) {
  return (
    <>
      <button class="button button-primary button-large button-wide" type="button" onClick={() => void markDone(row)}>
        <Icon name="check" />
        {t("action.done")}
      </button>
      <ChangeDay label={t("action.move")} day={row.d.due} onChoose={(day) => void moveTo(row, day)} />
    </>
  );
}

function Finished({ row }: Props) {
  return (
    <>
      <button class="button button-large button-wide" type="button" onClick={() => void markInProgress(row)}>
        {t("action.not_finished")}
      </button>
      <ChangeDay label={t("action.move_done")} day={row.d.done_on ?? row.d.due} isDone onChoose={(day) => void markDone(row, day)} />
    </>
  );
}

function Cancelled({ row }: Props) {
  return (
    <button class="button button-primary button-large button-wide" type="button" onClick={() => void resume(row)}>
      <Icon name="undo-2" />
      {t("action.resume")}
    </button>
  );
}

function ChangeDay({ label, day, isDone = false, onChoose }: { label: string; day: string; isDone?: boolean; onChoose: (day: string) => void }) {
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <button class="button button-quiet button-wide" type="button" onClick={() => setOpen(true)}>
        {label}
      </button>
      <DaySheet
        open={isOpen}
        title={t(isDone ? "day.question_done" : "day.question")}
        done={isDone}
        day={day}
        onClose={() => setOpen(false)}
        onChoose={onChoose}
      />
    </>
  );
}
