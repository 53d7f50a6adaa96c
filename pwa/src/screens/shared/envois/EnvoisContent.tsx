import { useState } from "preact/hooks";
import { announce } from "../../../a11y/announce.ts";
import { Banner } from "../../../components/Banner.tsx";
import { Empty } from "../../../components/Empty.tsx";
import { Icon } from "../../../components/Icon.tsx";
import { updatedWords } from "../../../components/updated.ts";
import { t } from "../../../i18n/t.ts";
import { clock } from "../../../store/clock.ts";
import { type Envoi, envois } from "../../../store/envois.ts";
import { status, syncNow } from "../../../store/status.ts";
import { EnvoiItem } from "./EnvoiItem.tsx";
import { kindOf } from "./words.ts";

/** Everything that leaves this device: what asks for a choice, what waits, what left today. */
export function EnvoisContent() {
  const all = envois.value;
  const choose = all.filter(({ state }) => state === "refused" || state === "to_review");
  const waiting = all.filter(({ state }) => state === "kept");
  const sent = latestOfEach(all.filter(({ state }) => state === "sent"));
  return (
    <>
      <LastNews />
      {choose.length + waiting.length === 0 && <AllGone />}
      <Section id="choisir" title={t("envois.choose")} envois={choose} />
      <Section id="attente" title={t("envois.waiting")} envois={waiting} />
      <Section id="partis" title={t("envois.sent")} envois={sent} />
    </>
  );
}

/** Things without words of their own are told apart only by their kind: the latest of each is enough. */
function latestOfEach(latestFirst: Envoi[]): Envoi[] {
  const seen = new Set<string>();
  return latestFirst.filter((envoi) => {
    const kind = kindOf(envoi);
    return envoi.text !== undefined || (!seen.has(kind) && seen.add(kind));
  });
}

/** « Essayer maintenant »: the one action of the page; how it ended is written and said aloud. */
export function TryNow() {
  const { syncing } = status.value;
  const [outcome, setOutcome] = useState("");
  const attempt = async () => {
    await syncNow();
    const { online, waiting } = status.peek();
    const words = !online ? t("envois.still_offline") : waiting === 0 ? t("envois.all_gone") : t("sync.waiting", { count: waiting });
    setOutcome(words);
    announce(words);
  };
  return (
    <>
    {outcome && !syncing && <p class="meta center">{outcome}</p>}
    <button class="button button-wide" type="button" aria-busy={syncing} onClick={() => void attempt()}>
      <Icon name="refresh-cw" size="small" />
      {syncing ? t("envois.trying") : t("envois.try_now")}
    </button>
    </>
  );
}

/** How old what is shown is: hearing from the server is not having sent it something. */
function LastNews() {
  const { online, lastSync } = status.value;
  const when = lastSync === null ? t("envois.never") : `${updatedWords(lastSync, clock.now())}.`;
  if (online) return <p class="meta">{when}</p>;
  return (
    <Banner tone="inline" icon="cloud-off" title={t("notice.offline.title")}>
      {when}
    </Banner>
  );
}

function AllGone() {
  return <Empty planks={15} title={t("envois.all_gone")} text={t("envois.all_gone.text")} />;
}

function Section({ id, title, envois: list }: { id: string; title: string; envois: Envoi[] }) {
  if (list.length === 0) return null;
  return (
    <section class="stack-tight" aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      <ul class="card card-rows rows">
        {list.map((envoi) => (
          <li key={envoi.key}>
            <EnvoiItem envoi={envoi} />
          </li>
        ))}
      </ul>
    </section>
  );
}
