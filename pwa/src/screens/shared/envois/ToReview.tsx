import { focusHeading } from "../../../a11y/navigation.ts";
import type { Conflict, ConflictValue } from "../../../api/types.ts";
import { toast } from "../../../components/Toast.tsx";
import { relativeDay } from "../../../i18n/dates.ts";
import { t } from "../../../i18n/t.ts";
import { closeConflict } from "../../../intents/closeConflict.ts";
import type { Envoi } from "../../../store/envois.ts";
import { record } from "../../../store/records.ts";
import { me } from "../../../store/session.ts";

type Choice = "kept" | "restored";

/** Two versions of the same words, of equal weight: the app does not side with anyone. */
export function ToReview({ envoi }: { envoi: Envoi }) {
  const id = envoi.conflictId;
  const conflict = id ? record("conflict", id)?.d : undefined;
  if (!id || !conflict) return null;
  const choose = async (choice: Choice) => {
    const { undo } = await closeConflict({ conflictId: id, choice });
    focusHeading();
    toast(t("review.done"), undo ? { undo } : {});
  };
  return (
    <ol class="versions">
      {inOrder(conflict).map(([choice, version]) => (
        <li key={choice} class="version">
          <p>
            <b class="block">{ownerOf(version)}</b>
            <span class="meta">{relativeDay(version.at)}</span>
          </p>
          <p>{shown(version.value)}</p>
          <button class="button button-wide" type="button" onClick={() => void choose(choice)}>
            {isMine(version) ? t("review.keep_mine") : t("review.keep_theirs", { name: firstName(version) })}
          </button>
        </li>
      ))}
    </ol>
  );
}

/** Mine first, whichever is shown today. */
function inOrder({ kept, lost }: Conflict): [Choice, ConflictValue][] {
  const both: [Choice, ConflictValue][] = [["kept", kept], ["restored", lost]];
  return isMine(lost) && !isMine(kept) ? both.reverse() : both;
}

const isMine = (version: ConflictValue) => version.author === me.value?.id;
const firstName = (version: ConflictValue) => version.name.split(" ")[0] ?? version.name;

function ownerOf(version: ConflictValue): string {
  return isMine(version) ? t("review.mine") : t("review.theirs", { name: firstName(version) });
}

function shown(value: unknown): string {
  if (typeof value === "string") return value;
  const text = (value as { text?: unknown } | null)?.text;
  return typeof text === "string" ? text : t("review.nothing");
}
