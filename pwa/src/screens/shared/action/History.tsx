import type { Action, HistoryEntry } from "../../../api/types.ts";
import type { IconName } from "../../../../build/icons.ts";
import { Icon } from "../../../components/Icon.tsx";
import { relativeDay } from "../../../i18n/dates.ts";
import { t } from "../../../i18n/t.ts";
import { today } from "../../../store/followup/days.ts";
import { timeZone } from "../../../store/followup/timeZone.ts";
import { me } from "../../../store/session.ts";
import "../../../styles/action.css";
import { eventWords, nextWords } from "./words.ts";
import { capital } from "../../../i18n/civil.ts";

const ICONS: Record<HistoryEntry["what"], IconName> = {
  created: "plus",
  title: "pencil",
  description: "pencil",
  category: "pencil",
  due: "calendar-days",
  status: "check",
  qualified: "check-check",
  deleted: "trash-2",
  restored: "undo-2",
};

/** Who did what to this action, oldest first, then what comes next. */
export function History({ action }: { action: Action }) {
  const now = today(timeZone());
  const next = nextWords(action, now);
  const reader = me.value?.id;
  return (
    <details class="card history">
      <summary>
        <h2>{t("history.title")}</h2>
        <Icon name="chevron-right" size="small" />
      </summary>
      <ol class="path">
        {action.history.map((entry) => (
          <li class="done" key={`${entry.at} ${entry.what}`}>
            <span class="dot">
              <Icon name={ICONS[entry.what]} />
            </span>
            <p>
              {eventWords(entry, now, reader)}
              <span class="meta block">{capital(relativeDay(entry.at))}</span>
            </p>
          </li>
        ))}
        {next && (
          <li class="now">
            <span class="dot">
              <Icon name="clock" />
            </span>
            <b>{next}</b>
          </li>
        )}
      </ol>
    </details>
  );
}
