import { useState } from "preact/hooks";
import type { Row } from "../../../api/types.ts";
import type { IconName } from "../../../../build/icons.ts";
import { Icon } from "../../../components/Icon.tsx";
import { Sheet } from "../../../components/Sheet.tsx";
import { t } from "../../../i18n/t.ts";
import { commentsOf, mayDelete } from "../../../store/followup/dossier.ts";
import { Edit } from "./Edit.tsx";
import { cancel, markInProgress } from "./gestures.ts";

export interface MenuProps {
  row: Row<"action">;
  onDuplicate: () => void;
  onDelete: () => void;
}

/** What is done less often; once validated, only the copy. */
export function Menu(props: MenuProps) {
  const { row } = props;
  const [isOpen, setOpen] = useState(false);
  const [isEditing, setEditing] = useState(false);
  const title = row.d.qualification ? t("menu.title.validated") : t("menu.title");
  return (
    <>
      <button class="icon-button" type="button" aria-label={title} onClick={() => setOpen(true)}>
        <Icon name="ellipsis-vertical" />
      </button>
      <Sheet open={isOpen} title={t("menu.heading")} onClose={() => setOpen(false)}>
        <Choices
          {...props}
          close={() => setOpen(false)}
          onEdit={() => {
            setOpen(false);
            setEditing(true);
          }}
        />
      </Sheet>
      <Sheet open={isEditing} title={t("edit.title")} onClose={() => setEditing(false)}>
        <Edit row={row} onDone={() => setEditing(false)} />
      </Sheet>
    </>
  );
}

function Choices({ row, close, onEdit, onDuplicate, onDelete }: MenuProps & { close: () => void; onEdit: () => void }) {
  const { status, qualification } = row.d;
  const isOpenAction = status === "not_started" || status === "in_progress";
  const then = (gesture: () => unknown) => () => {
    close();
    gesture();
  };
  return (
    <ul class="rows">
      {!qualification && <Choice icon="pencil" label={t("menu.edit")} onClick={onEdit} />}
      {!qualification && status === "not_started" && (
        <Choice icon="hourglass" label={t("menu.in_progress")} onClick={then(() => markInProgress(row))} />
      )}
      <Choice icon="copy" label={t("menu.copy")} onClick={then(onDuplicate)} />
      {!qualification && isOpenAction && <Choice icon="x" label={t("menu.cancel")} onClick={then(() => cancel(row))} />}
      {mayDelete(row) ? <Choice icon="trash-2" label={t("menu.delete")} isDanger onClick={then(onDelete)} /> : <Stays row={row} />}
    </ul>
  );
}

function Choice({ icon, label, isDanger, onClick }: { icon: IconName; label: string; isDanger?: boolean; onClick: () => void }) {
  return (
    <li>
      <button class={isDanger ? "row row-danger" : "row"} type="button" onClick={onClick}>
        <Icon name={icon} />
        <span class="row-title">{label}</span>
      </button>
    </li>
  );
}

/** Why it cannot be deleted, rather than a button that does nothing. */
function Stays({ row }: { row: Row<"action"> }) {
  const why = row.d.qualification ? "menu.stays.validated" : commentsOf(row.id).length > 0 ? "menu.stays.commented" : "menu.stays.done";
  return <li class="menu-note meta">{t(why)}</li>;
}
