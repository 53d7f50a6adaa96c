import { Banner } from "../../../components/Banner.tsx";
import { Empty } from "../../../components/Empty.tsx";
import { Icon } from "../../../components/Icon.tsx";
import { Skeleton } from "../../../components/Skeleton.tsx";
import { t } from "../../../i18n/t.ts";
import { conflictOf } from "../../../store/followup/conflicts.ts";
import { status } from "../../../store/status.ts";
import { isPhone } from "../shell/layout.ts";
import { hrefOf, type Part } from "./places.ts";

interface Place {
  youngPersonId: string;
  part: Part;
}

/** From one thing to the list it is in; a phone has « Retour » at the top. */
export function BackTo({ youngPersonId, part }: Place) {
  if (isPhone()) return null;
  return (
    <a class="link-row back-to" href={hrefOf(youngPersonId, part)}>
      <Icon name="arrow-left" size="small" />
      {backWords(part)}
    </a>
  );
}

function backWords(part: Part): string {
  return t(part === "actions" ? "tabs.back.actions" : "tabs.back.appointments");
}

/** Two versions of a record are waiting for a choice. */
export function ToReview({ recordId, title }: { recordId: string; title: string }) {
  if (!conflictOf(recordId)) return null;
  return (
    <Banner tone="notice" icon="eye" title={title}>
      <a class="button" href={`/a-relire/${recordId}`}>
        {t("fiche.conflict.choose")}
      </a>
    </Banner>
  );
}

/** Deleted, never received, or somebody else's: the same calm answer. */
export function Missing({ youngPersonId, part }: Place) {
  if (status.value.firstSync) return <Skeleton />;
  const key = part === "actions" ? "action_page.missing" : "appointment_page.missing";
  return (
    <section class="panel">
      {!isPhone() && (
        <h1 class="visually-hidden" tabIndex={-1}>
          {t(`${key}.title`)}
        </h1>
      )}
      <Empty icon="file-text" title={t(`${key}.title`)} text={t("fiche.missing.text")}>
        <a class="button" href={hrefOf(youngPersonId, part)}>
          {backWords(part)}
        </a>
      </Empty>
    </section>
  );
}
