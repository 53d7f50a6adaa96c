import type { FollowingAdvisor } from "../../api/types.ts";
import { Icon } from "../../components/Icon.tsx";
import { Sheet } from "../../components/Sheet.tsx";
import { t } from "../../i18n/t.ts";

const NUMBERS = [
  { number: "15", what: "danger.15" },
  { number: "112", what: "danger.112" },
  { number: "3114", what: "danger.3114" },
  { number: "119", what: "danger.119" },
];

/** The four numbers that answer day and night, as links the phone can call without network data. */
export function DangerNumbers() {
  return (
    <ul class="rows danger-numbers">
      {NUMBERS.map(({ number, what }) => (
        <li key={number}>
          <a class="row" href={`tel:${number}`}>
            <span class="glyph">
              <Icon name="phone" />
            </span>
            <span class="row-body">
              <span class="row-title numbers">{number}</span>
              <span class="meta">{t(what)}</span>
            </span>
          </a>
        </li>
      ))}
    </ul>
  );
}

export interface DangerProps {
  open: boolean;
  onClose: () => void;
  advisor?: Pick<FollowingAdvisor, "first_name" | "usual_delay"> | undefined;
}

/** « En danger ? » and when the advisor reads messages, which is not an emergency service. */
export function Danger({ open, onClose, advisor }: DangerProps) {
  return (
    <Sheet open={open} onClose={onClose} title={t("danger.ask")}>
      <p>{t("danger.call")}</p>
      <DangerNumbers />
      {advisor && (
        <p class="meta">
          {advisor.usual_delay
            ? t("danger.advisor_delay", { name: advisor.first_name, delay: advisor.usual_delay })
            : t("danger.advisor", { name: advisor.first_name })}
        </p>
      )}
    </Sheet>
  );
}
