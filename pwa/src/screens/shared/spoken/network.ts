/** The network lost, the network found again: said where the eye sees a strip come and go. */

import { computed } from "@preact/signals";
import { t } from "../../../i18n/t.ts";
import { link } from "../../../store/status.ts";
import { sayState } from "./states.ts";

const isOnline = computed(() => link.value.online);

/** Say each change from now on; the answer stops. */
export function sayNetwork(): () => void {
  let was = true;
  return isOnline.subscribe((is) => {
    if (is !== was) sayState(is ? t("spoken.online") : `${t("notice.offline.title")}. ${t("notice.offline.text")}`);
    was = is;
  });
}
