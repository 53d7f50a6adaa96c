import type { IconName } from "../../build/icons.ts";
import { t } from "../i18n/t.ts";
import { Icon } from "./Icon.tsx";

export interface BottombarEntry {
  href: string;
  icon: IconName;
  label: string;
  count?: number;
  /** What the count means, said after the label: « 2 messages non lus ». */
  countLabel?: string;
  current: boolean;
}

/** The main menu of a phone: icons and words, a count, the current one marked by a hammock. */
export function Bottombar({ entries }: { entries: readonly BottombarEntry[] }) {
  return (
    <nav class="bottombar" aria-label={t("bottombar.name")}>
      <ul>
        {entries.map((entry) => (
          <li key={entry.href}>
            <Entry {...entry} />
          </li>
        ))}
      </ul>
    </nav>
  );
}

function Entry({ href, icon, label, count = 0, countLabel, current }: BottombarEntry) {
  return (
    <a href={href} aria-current={current ? "page" : undefined}>
      <Icon name={icon} />
      <span>{label}</span>
      {count > 0 && (
        <>
          <span class="count" aria-hidden="true">
            {count > 99 ? "99+" : count}
          </span>
          <span class="visually-hidden"> {countLabel ?? count}</span>
        </>
      )}
    </a>
  );
}
