/** What every page of a person adds to its title: what they have not read, or who waits for them. */

import { effect } from "@preact/signals";
import { titleNews } from "../../../components/Title.tsx";
import { t } from "../../../i18n/t.ts";
import { me } from "../../../store/session.ts";
import { summaries } from "../../../store/summaries.ts";

/** Keep it true; the answer stops and takes it away. */
export function tellInTitle(): () => void {
  const stop = effect(() => {
    titleNews.value = me.value?.role === "advisor" ? words("title.waiting", waiting()) : words("title.unread", unread());
  });
  return () => {
    stop();
    titleNews.value = "";
  };
}

const unread = () => summaries.value.reduce((sum, one) => sum + one.unread, 0);
const waiting = () => summaries.value.filter(({ waitingSince }) => waitingSince !== null).length;

function words(key: string, count: number): string {
  return count === 0 ? "" : t(key, { count });
}
