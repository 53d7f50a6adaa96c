import { useLocation, useRoute } from "preact-iso";
import type { Row } from "../../../api/types.ts";
import { Banner } from "../../../components/Banner.tsx";
import { Empty } from "../../../components/Empty.tsx";
import { Skeleton } from "../../../components/Skeleton.tsx";
import { Title } from "../../../components/Title.tsx";
import { Topbar } from "../../../components/Topbar.tsx";
import actions from "../../../i18n/fr/actions.json";
import { registerStrings, t } from "../../../i18n/t.ts";
import { conflictOf } from "../../../store/followup/conflicts.ts";
import { record } from "../../../store/records.ts";
import { status } from "../../../store/status.ts";
import "../../../styles/action.css";
import "../../../styles/suivi.css";
import { useLeave } from "../leaving.ts";
import { ActionBar } from "./ActionBar.tsx";
import { Exchanges } from "../../shared/action/Exchanges.tsx";
import { Facts } from "./Facts.tsx";
import { duplicate, erase } from "./gestures.ts";
import { History } from "../../shared/action/History.tsx";
import { Menu } from "./Menu.tsx";

registerStrings(actions);

/** « Action »: where it is, what it is, what was said about it, and what can be done. */
export default function ActionScreen() {
  const { id = "" } = useRoute().params;
  const row = record("action", id);
  if (row && row.d.deleted === null) return <Whole row={row} key={id} />;
  return <Missing isComing={!row && status.value.firstSync} />;
}

function Whole({ row }: { row: Row<"action"> }) {
  const { route } = useLocation();
  const leave = useLeave("/suivi");
  const again = () => void duplicate(row).then((id) => route(`/suivi/actions/${id}`));
  return (
    <>
      <Title>{row.d.title}</Title>
      <Topbar title={t("action.screen")} back="/suivi" onBack={leave}>
        <Menu row={row} onDuplicate={again} onDelete={() => void erase(row).then(leave)} />
      </Topbar>
      <main id="contenu" tabIndex={-1}>
        {conflictOf(row.id) && <ToReview id={row.id} />}
        <Facts row={row} />
        <Exchanges row={row} />
        <History action={row.d} />
      </main>
      <ActionBar row={row} />
    </>
  );
}

function ToReview({ id }: { id: string }) {
  return (
    <Banner tone="notice" icon="eye" title={t("action.conflict.title")}>
      <a class="button button-small" href={`/a-relire/${id}`}>
        {t("action.conflict.choose")}
      </a>
    </Banner>
  );
}

/** Deleted, never received, or somebody else's: the same calm answer. */
function Missing({ isComing }: { isComing: boolean }) {
  const leave = useLeave("/suivi");
  return (
    <>
      <Title>{t("action.screen")}</Title>
      <Topbar title={t("action.screen")} back="/suivi" onBack={leave} />
      <main id="contenu" tabIndex={-1}>
        {isComing ? (
          <Skeleton />
        ) : (
          <Empty planks={3} title={t("action.missing.title")} text={t("action.missing.text")}>
            <a class="button button-primary" href="/suivi">
              {t("action.missing.back")}
            </a>
          </Empty>
        )}
      </main>
    </>
  );
}
