import { useRoute } from "preact-iso";
import { Title } from "../../components/Title.tsx";
import { Topbar } from "../../components/Topbar.tsx";
import { t } from "../../i18n/t.ts";
import { KeepBoth, reviewed, ReviewList, Settled, Versions } from "../shared/review/Review.tsx";

/** « À relire »: the list, or the two versions of one record. */
export default function ReviewScreen() {
  const { id } = useRoute().params;
  return id ? <Choosing recordId={id} /> : <All />;
}

function All() {
  return (
    <>
      <Title>{t("review.title")}</Title>
      <Topbar title={t("review.title")} back="/accueil" />
      <main id="contenu" tabIndex={-1} class="stack">
        <ReviewList />
      </main>
    </>
  );
}

function Choosing({ recordId }: { recordId: string }) {
  const found = reviewed(recordId);
  return (
    <>
      <Title>{t("review.title")}</Title>
      <Topbar title={t("review.title")} back="/a-relire" />
      <main id="contenu" tabIndex={-1} class="stack">
        {found ? (
          <>
            <h2>{found.heading}</h2>
            <Versions group={found.group} />
          </>
        ) : (
          <Settled />
        )}
      </main>
      {found?.group.canKeepBoth && (
        <section class="actionbar" aria-label={t("review.keep_both")}>
          <KeepBoth group={found.group} />
        </section>
      )}
    </>
  );
}
