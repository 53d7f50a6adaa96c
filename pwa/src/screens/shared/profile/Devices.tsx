import { useState } from "preact/hooks";
import type { SessionInfo } from "../../../api/types.ts";
import { Icon } from "../../../components/Icon.tsx";
import { toast } from "../../../components/Toast.tsx";
import { relativeDay } from "../../../i18n/dates.ts";
import { t } from "../../../i18n/t.ts";
import { endSession, sessions } from "../../../store/session.ts";

type Known = SessionInfo[] | "asking" | "unreachable";

/** Where I am signed in, and the way to end it elsewhere. The list lives on the server only. */
export function Devices() {
  const [known, setKnown] = useState<Known>("asking");
  const ask = async () => setKnown(await sessions().catch(() => "unreachable" as const));
  return (
    <details onToggle={(event) => event.currentTarget.open && void ask()}>
      <summary class="row">
        <Icon name="tablet-smartphone" />
        <span class="row-body">
          <span class="row-title">{t("devices.title")}</span>
          <span class="meta">{t("devices.text")}</span>
        </span>
        <Icon name="chevron-right" />
      </summary>
      <div class="envoi-more">
        <List known={known} onEnded={ask} />
      </div>
    </details>
  );
}

function List({ known, onEnded }: { known: Known; onEnded: () => Promise<void> }) {
  if (known === "asking") return <p class="meta">{t("devices.asking")}</p>;
  if (known === "unreachable") return <p class="meta">{t("devices.unreachable")}</p>;
  return (
    <ul class="rows">
      {known.map((session) => (
        <li class="row" key={session.id}>
          <span class="row-body">
            <span class="row-title">{session.label}</span>
            <span class="meta">
              {session.current ? t("devices.current") : t("devices.seen", { when: relativeDay(session.last_seen_at) })}
            </span>
          </span>
          {!session.current && <End session={session} onEnded={onEnded} />}
        </li>
      ))}
    </ul>
  );
}

function End({ session, onEnded }: { session: SessionInfo; onEnded: () => Promise<void> }) {
  const end = async () => {
    try {
      await endSession(session.id);
      toast(t("devices.ended", { device: session.label }));
    } catch {
      toast(t("devices.unreachable"));
    }
    await onEnded();
  };
  return (
    <button class="button button-small" type="button" onClick={() => void end()}>
      {t("devices.end")}
      <span class="visually-hidden"> {session.label}</span>
    </button>
  );
}
