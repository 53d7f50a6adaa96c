import { useId } from "preact/hooks";
import { t } from "../../../i18n/t.ts";
import { Select } from "../shell/Select.tsx";
import { chosen, type PortfolioKey } from "./order.ts";
import { portfolioSort } from "./state.ts";

const CHOICES: readonly PortfolioKey[] = ["waiting", "exchange", "appointment", "resume", "hours", "name"];

/** The order of the list, where there is no table to sort by its columns. */
export function SortChoice() {
  const id = useId();
  return (
    <div class="sort-choice">
      <label for={id}>{t("portfolio.sort")}</label>
      <Select id={id} value={portfolioSort.value.key} onChange={(key) => (portfolioSort.value = chosen(key as PortfolioKey))}>
        {CHOICES.map((key) => (
          <option value={key} key={key}>
            {t(`portfolio.sort.${key}`)}
          </option>
        ))}
      </Select>
    </div>
  );
}
