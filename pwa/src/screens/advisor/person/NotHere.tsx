import { Empty } from "../../../components/Empty.tsx";
import { Skeleton } from "../../../components/Skeleton.tsx";
import { t } from "../../../i18n/t.ts";
import { status } from "../../../store/status.ts";

/** The same answer for somebody who does not exist and for somebody I do not follow. */
export function NotHere() {
  if (status.value.firstSync) return <Skeleton />;
  return (
    <Empty icon="file-text" title={t("person.not_here")} text={t("person.not_here.text")}>
      <a class="button" href="/portefeuille">
        {t("person.back")}
      </a>
    </Empty>
  );
}
