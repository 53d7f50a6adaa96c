import { useMemo, useState } from "preact/hooks";
import { Empty } from "../../../components/Empty.tsx";
import { t } from "../../../i18n/t.ts";
import { clock, tick } from "../../../store/clock.ts";
import { actionsOf, appointmentsOf, notesOf, timeZone } from "../../../store/followup/dossier.ts";
import type { DossierSummary } from "../../../store/summaries.ts";
import { useGrowing } from "../people/useGrowing.tsx";
import { FilRow } from "./FilRow.tsx";
import { type TimelineEntry, type TimelineKind, timelineOf } from "./timeline.ts";
import { useSaid } from "./useSaid.ts";

type Filter = "all" | TimelineKind;
const FILTERS: readonly Filter[] = ["all", "appointment", "action", "message", "note"];
const ROWS_AT_ONCE = 40;

/** Everything that happened, latest first, as far as this device knows. */
export function Fil({ person }: { person: DossierSummary }) {
  const [filter, setFilter] = useState<Filter>("all");
  const entries = useTimeline(person.youngPersonId);
  const shown = filter === "all" ? entries : entries.filter(({ kind }) => kind === filter);
  return (
    <section class="panel part" aria-labelledby="fil">
      <div class="panel-head">
        <h2 id="fil">{t("tabs.fil")}</h2>
        <fieldset class="choices">
          <legend class="visually-hidden">{t("fil.filter")}</legend>
          {FILTERS.map((one) => (
            <label class="choice" key={one}>
              <input type="radio" name="fil" checked={one === filter} onChange={() => setFilter(one)} />
              <span>{t(`fil.filter.${one}`)}</span>
            </label>
          ))}
        </fieldset>
      </div>
      {shown.length === 0 ? (
        <Empty icon="history" title={t(filter === "all" ? "fil.none" : "fil.none.filtered")} text={t("fil.none.text", { name: person.firstName })} />
      ) : (
        <Rows key={filter} person={person} entries={shown} />
      )}
    </section>
  );
}

function Rows({ person, entries }: { person: DossierSummary; entries: TimelineEntry[] }) {
  const { limit, end } = useGrowing(entries.length, ROWS_AT_ONCE);
  return (
    <>
      <ol class="timeline">
        {entries.slice(0, limit).map((entry) => (
          <FilRow key={entry.key} person={person} entry={entry} />
        ))}
      </ol>
      {end}
    </>
  );
}

function useTimeline(youngPersonId: string): TimelineEntry[] {
  const messages = useSaid(youngPersonId);
  const [actions, appointments, notes] = [actionsOf(youngPersonId), appointmentsOf(youngPersonId), notesOf(youngPersonId)];
  void tick.value;
  // What has begun since is told at the next minute.
  const now = Math.floor(clock.now() / 60_000) * 60_000;
  const zone = timeZone();
  return useMemo(
    () => timelineOf({ messages, actions, appointments, notes, now, timeZone: zone }),
    [messages, actions, appointments, notes, now, zone],
  );
}
