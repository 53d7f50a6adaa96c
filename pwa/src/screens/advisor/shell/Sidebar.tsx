import { useLocation } from "preact-iso";
import { Avatar } from "../../../components/Avatar.tsx";
import { Icon } from "../../../components/Icon.tsx";
import { Mark } from "../../../components/Mark.tsx";
import { t } from "../../../i18n/t.ts";
import { PRODUCT, TAGLINE } from "../../../product.ts";
import { me } from "../../../store/session.ts";
import { waitingCount } from "../people/caseload.ts";
import { type Entry, isCurrent, MESSAGES, PORTFOLIO } from "./menu.ts";

/** The dark bar on the left: nobody mistakes whose screen this is. */
export function Sidebar() {
  return (
    <header class="sidebar">
      <a class="brand" href={PORTFOLIO.href}>
        <Mark />
        <span class="brand-words">
          {PRODUCT} <small>{TAGLINE}</small>
        </span>
      </a>
      <nav aria-label={t("bottombar.name")}>
        <ul>
          <MenuLink entry={PORTFOLIO} />
          <MenuLink entry={MESSAGES} count={waitingCount.value} />
        </ul>
      </nav>
      <Myself />
    </header>
  );
}

function MenuLink({ entry, count = 0 }: { entry: Entry; count?: number }) {
  const { path } = useLocation();
  const words = count > 0 ? t("menu.waiting", { count }) : undefined;
  const current = isCurrent(entry, path) ? "page" : undefined;
  return (
    <li>
      <a class="entry" href={entry.href} aria-current={current} aria-description={words}>
        <Icon name={entry.icon} />
        {t(entry.label)}
        {count > 0 && (
          <span class="count" aria-hidden="true">
            {count}
          </span>
        )}
      </a>
    </li>
  );
}

function Myself() {
  const person = me.value;
  if (!person) return null;
  const name = `${person.first_name} ${person.last_name}`;
  return (
    <a class="sidebar-foot" href="/profil">
      <Avatar name={name} size="small" />
      <span class="sidebar-me">
        {name}
        <small>{person.structure.name}</small>
      </span>
    </a>
  );
}
