import type { Row } from "../../../api/types.ts";
import { t } from "../../../i18n/t.ts";
import { me } from "../../../store/session.ts";

/** Who wrote a note. */
export function Byline({ note }: { note: Row<"note"> }) {
  return <p class="meta">{note.d.author === me.value?.id ? t("notes.by_me") : t("notes.by", { name: note.d.name })}</p>;
}
