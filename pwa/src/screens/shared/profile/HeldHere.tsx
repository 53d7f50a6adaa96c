import { useState } from "preact/hooks";
import { Icon } from "../../../components/Icon.tsx";
import { updatedWords } from "../../../components/updated.ts";
import { longDay } from "../../../i18n/dates.ts";
import { t } from "../../../i18n/t.ts";
import { type Held, heldHere } from "../../../store/held.ts";
import { status } from "../../../store/status.ts";

/** « Sur cet appareil »: what is kept here, since when, and how much room it takes. */
export function HeldHere() {
  const [held, setHeld] = useState<Held | null>(null);
  return (
    <details onToggle={(event) => event.currentTarget.open && void heldHere().then(setHeld)}>
      <summary class="row">
        <Icon name="smartphone" />
        <span class="row-body">
          <span class="row-title">{t("held.title")}</span>
          <span class="meta">{t("held.text")}</span>
        </span>
        <Icon name="chevron-right" />
      </summary>
      <div class="envoi-more stack-tight">{held && <Content held={held} />}</div>
    </details>
  );
}

function Content({ held }: { held: Held }) {
  const { lastSync } = status.value;
  return (
    <>
      <ul class="plain-list">
        {held.dossiers > 1 && <li>{t("held.dossiers", { count: held.dossiers })}</li>}
        <li>{t("held.messages", { count: held.messages })}</li>
        <li>{t("held.actions", { count: held.actions })}</li>
        <li>{t("held.appointments", { count: held.appointments })}</li>
      </ul>
      <p class="meta">
        {held.since !== null && t("held.since", { day: longDay(held.since).toLowerCase() })}{" "}
        {held.bytes !== null && t("held.room", { size: megabytes(held.bytes) })}
      </p>
      {lastSync !== null && <p class="meta">{updatedWords(lastSync)}</p>}
      <p class="meta">{t("held.leave")}</p>
    </>
  );
}

function megabytes(bytes: number): string {
  return (bytes / 1_000_000).toLocaleString("fr-FR", { maximumFractionDigits: 1 });
}
