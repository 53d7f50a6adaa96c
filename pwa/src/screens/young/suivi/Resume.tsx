import { useState } from "preact/hooks";
import { focusHeading } from "../../../a11y/navigation.ts";
import type { CivilDay, Row } from "../../../api/types.ts";
import { Icon } from "../../../components/Icon.tsx";
import { t } from "../../../i18n/t.ts";
import { DaySheet } from "../action/DaySheet.tsx";
import { cancel, moveTo } from "../action/gestures.ts";
import { lateQuestion } from "./itemWords.ts";

/** More at once would read as a reproach: two, or the oldest one and a way to the others. */
const MOST = 2;

/** What was planned before today and is still open: a question, never a reproach. */
export function Resume({ rows, today }: { rows: Row<"action">[]; today: CivilDay }) {
  const [isWhole, setWhole] = useState(false);
  const shown = isWhole || rows.length <= MOST ? rows : rows.slice(0, 1);
  return (
    <>
      {shown.map((row) => (
        <LateCard row={row} today={today} key={row.id} />
      ))}
      {rows.length > shown.length && (
        <button class="button button-wide" type="button" aria-expanded="false" onClick={() => setWhole(true)}>
          <Icon name="history" size="small" />
          {t("suivi.late.more", { count: rows.length - shown.length })}
        </button>
      )}
    </>
  );
}

function LateCard({ row, today }: { row: Row<"action">; today: CivilDay }) {
  const [isMoving, setMoving] = useState(false);
  const id = `reprendre-${row.id}`;
  const { title, due } = row.d;
  const leave = (gesture: Promise<void>) => void gesture.then(focusHeading);
  return (
    <section class="card late" aria-labelledby={id}>
      <div class="late-head">
        <span class="glyph glyph-accent">
          <Icon name="history" />
        </span>
        <div class="row-body">
          <h2 id={id}>
            <a class="plain" href={`/suivi/actions/${row.id}`}>
              {title}
            </a>
          </h2>
          <p class="meta">{lateQuestion(due, today)}</p>
        </div>
      </div>
      <div class="button-pair">
        <button class="button" type="button" aria-label={t("suivi.late.move_which", { title })} onClick={() => setMoving(true)}>
          {t("suivi.late.move")}
        </button>
        <button class="button" type="button" aria-label={t("suivi.late.cancel_which", { title })} onClick={() => leave(cancel(row))}>
          {t("suivi.late.cancel")}
        </button>
      </div>
      <DaySheet
        open={isMoving}
        title={t("day.question")}
        day={due}
        onClose={() => setMoving(false)}
        onChoose={(day) => leave(moveTo(row, day))}
      />
    </section>
  );
}
