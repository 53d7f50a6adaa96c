import { useEffect, useRef } from "preact/hooks";
import type { Row } from "../../../api/types.ts";
import { Icon } from "../../../components/Icon.tsx";
import { t } from "../../../i18n/t.ts";
import { markDone, markInProgress } from "./gestures.ts";

/** The action whose tick was just touched: it changes place, and its tick keeps the focus. */
let touched: string | null = null;

/** « C’est fait : Postuler… », a second target beside the link of the row; a drawing once validated. */
export function Tick({ row }: { row: Row<"action"> }) {
  const box = useRef<HTMLInputElement>(null);
  const isDone = row.d.status === "done";
  useEffect(() => {
    if (touched !== row.id) return;
    touched = null;
    box.current?.focus();
  }, []);
  if (row.d.qualification) return <DoneTick label={t("action.tick.validated")} />;
  const change = () => {
    touched = row.id;
    void (isDone ? markInProgress(row) : markDone(row));
  };
  return (
    <label class="touch-tick">
      <input ref={box} class="tick tick-large" type="checkbox" checked={isDone} onChange={change} />
      <span class="visually-hidden">{t("action.tick", { title: row.d.title })}</span>
    </label>
  );
}

/** What cannot be unticked. */
export function DoneTick({ label }: { label: string }) {
  return (
    <span class="done-tick">
      <Icon name="check" />
      <span class="visually-hidden">{label}</span>
    </span>
  );
}
