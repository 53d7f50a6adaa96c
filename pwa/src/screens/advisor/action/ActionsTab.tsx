import type { Row } from "../../../api/types.ts";
import { Empty } from "../../../components/Empty.tsx";
import { Icon } from "../../../components/Icon.tsx";
import { t } from "../../../i18n/t.ts";
import { today } from "../../../store/followup/days.ts";
import { actionsOf, timeZone } from "../../../store/followup/dossier.ts";
import type { DossierSummary } from "../../../store/summaries.ts";
import { useGrowing } from "../people/useGrowing.tsx";
import { openPanel } from "../person/panel.ts";
import { ActionRow } from "./ActionRow.tsx";
import { type Section, sectionsOf } from "./sections.ts";

const ROWS_AT_ONCE = 40;
/** What is over is folded once there is something else to look at. */
const FOLDED: ReadonlySet<Section> = new Set(["cancelled"]);

/** Actions of one person, those that ask something of the advisor first. */
export function ActionsTab({ person }: { person: DossierSummary }) {
  const sections = sectionsOf(actionsOf(person.youngPersonId), today(timeZone()));
  return (
    <section class="panel part stack" aria-labelledby="actions">
      <div class="panel-head">
        <h2 id="actions">{t("tabs.actions")}</h2>
        <button class="button" type="button" onClick={() => openPanel({ show: "new_action" })}>
          <Icon name="plus" size="small" />
          {t("actions.new")}
        </button>
      </div>
      {sections.length === 0 && <Empty icon="list-checks" title={t("actions.none")} text={t("actions.none.text", { name: person.firstName })} />}
      {sections.map(([section, rows]) => (
        <Rows key={section} person={person} section={section} rows={rows} />
      ))}
    </section>
  );
}

function Rows({ person, section, rows }: { person: DossierSummary; section: Section; rows: Row<"action">[] }) {
  const { limit, end } = useGrowing(rows.length, ROWS_AT_ONCE);
  const title = t(`actions.section.${section}`, { count: rows.length });
  const list = (
    <>
      <ul class="rows">
        {rows.slice(0, limit).map((row) => (
          <ActionRow key={row.id} person={person} row={row} />
        ))}
      </ul>
      {end}
    </>
  );
  if (!FOLDED.has(section)) {
    return (
      <div>
        <h3 class="section-name">{title}</h3>
        {list}
      </div>
    );
  }
  return (
    <details>
      <summary class="section-name">{title}</summary>
      {list}
    </details>
  );
}
