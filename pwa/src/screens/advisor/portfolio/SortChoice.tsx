import { useId } from "preact/hooks";
import { t } from "../../../i18n/t.ts";
import type { SortKey } from "../people/order.ts";
import { Select } from "../shell/Select.tsx";
import { portfolioSort } from "./state.ts";

const CHOICES: readonly { key: SortKey; label: string }[] = [
  { key: "waiting", label: "portfolio.sort.waiting" },
  { key: "exchange", label: "portfolio.sort.exchange" },
  { key: "name", label: "portfolio.sort.name" },
];

/** The order of the list, where there is no table to sort by its columns. */
export function SortChoice() {
  const id = useId();
  return (
    <div class="sort-choice">
      <label for={id}>{t("portfolio.sort")}</label>
      <Select
        id={id}
        value={portfolioSort.value.key}
        onChange={(key) => (portfolioSort.value = { key: key as SortKey, descending: key !== "name" })}
      >
        {CHOICES.map(({ key, label }) => (
          <option value={key} key={key}>
            {t(label)}
          </option>
        ))}
      </Select>
    </div>
  );
}
