import { useRoute } from "preact-iso";
import { t } from "../../i18n/t.ts";
import { summary } from "../../store/summaries.ts";
import { KeepBoth, reviewed, ReviewList, Settled, Versions } from "../shared/review/Review.tsx";
import { nameOf } from "./people/caseload.ts";
import { Screen } from "./shell/Screen.tsx";

/** « À relire »: the list, or the two versions of one record. */
export default function ReviewScreen() {
  const { id } = useRoute().params;
  return (
    <Screen title={t("review.title")} heading={t("review.title")} back={id ? "/a-relire" : "/plus"}>
      <div class="reading stack">{id ? <Choosing recordId={id} /> : <ReviewList />}</div>
    </Screen>
  );
}

function Choosing({ recordId }: { recordId: string }) {
  const found = reviewed(recordId);
  if (!found) return <Settled />;
  const person = found.group.youngPersonId ? summary(found.group.youngPersonId) : undefined;
  return (
    <>
      <div>
        <h2>{found.heading}</h2>
        {person && (
          <p class="meta">
            <a href={`/jeunes/${person.youngPersonId}`}>{nameOf(person)}</a>
          </p>
        )}
      </div>
      <Versions group={found.group} />
      <KeepBoth group={found.group} />
    </>
  );
}
