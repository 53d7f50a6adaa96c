import type { CivilDay, Row } from "../../../api/types.ts";
import { Icon } from "../../../components/Icon.tsx";
import { dayInFull, nearDay } from "../../../i18n/civil.ts";
import { t } from "../../../i18n/t.ts";
import { today } from "../../../store/followup/days.ts";
import { timeZone } from "../../../store/followup/timeZone.ts";
import { isToResume } from "../../../store/followup/week.ts";
import { markDone } from "../action/gestures.ts";
import { myOpenActions } from "./week.ts";

/** Three things to do at most; a tick says « C'est fait », with undo. */
export function ToDoCard() {
  const { shown, count } = myOpenActions();
  const day = today(timeZone());
  return (
    <>
      <section class="card stack-tight" aria-labelledby="afaire">
        <div class="card-head">
          <h2 id="afaire">{t("home.todo")}</h2>
          {count > 0 && <a href="/suivi">{t("home.todo.all")}</a>}
        </div>
        {count === 0 ? (
          <p class="quiet">{t("home.todo.none")}</p>
        ) : (
          <ul class="rows">
            {shown.map((row) => (
              <ToDo key={row.id} row={row} day={day} />
            ))}
          </ul>
        )}
      </section>
      <a class="button button-wide button-large" href="/suivi/nouvelle?fait=oui">
        <Icon name="plus" />
        {t("home.todo.done")}
      </a>
    </>
  );
}

function ToDo({ row, day }: { row: Row<"action">; day: CivilDay }) {
  const { title } = row.d;
  return (
    <li class="row">
      <label class="touch-tick">
        <input class="tick tick-large" type="checkbox" checked={false} onChange={() => void markDone(row)} />
        <span class="visually-hidden">{t("action.tick", { title })}</span>
      </label>
      <a class="row-body plain" href={`/suivi/actions/${row.id}`}>
        <span class="row-title" dir="auto">
          {title}
        </span>
        <span class="meta">{dueWords(row, day)}</span>
      </a>
      <Icon name="chevron-right" />
    </li>
  );
}

/** « Pour jeudi 26 novembre », « Prévu vendredi 20 novembre. On choisit une date ? » */
function dueWords(row: Row<"action">, day: CivilDay): string {
  if (isToResume(row, day)) return t("home.todo.late", { day: dayInFull(row.d.due, day) });
  return t("home.todo.due", { day: nearDay(row.d.due, day) });
}
