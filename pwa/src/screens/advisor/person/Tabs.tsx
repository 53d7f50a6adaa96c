import { useLayoutEffect, useRef } from "preact/hooks";
import { Icon } from "../../../components/Icon.tsx";
import { t } from "../../../i18n/t.ts";
import { actionsOf } from "../../../store/followup/dossier.ts";
import { isToValidate } from "../action/sections.ts";
import { hrefOf, type Part, PARTS } from "./places.ts";

/** Parts of the page, as links: the address says which one is read. */
export function Tabs({ youngPersonId, current, isItem }: { youngPersonId: string; current: Part; isItem: boolean }) {
  const nav = useRef<HTMLElement>(null);
  useLayoutEffect(() => show(nav.current!), [current]);
  const toValidate = actionsOf(youngPersonId).filter(isToValidate).length;
  return (
    <nav class="tabs" ref={nav} aria-label={t("tabs.name")}>
      {PARTS.map((part) => (
        <a key={part} href={hrefOf(youngPersonId, part)} aria-current={part === current ? (isItem ? "true" : "page") : undefined}>
          {part === "notes" && <Icon name="lock" size="small" />}
          {t(`tabs.${part}`)}
          {part === "actions" && toValidate > 0 && (
            <span class="count">
              {toValidate}
              <span class="visually-hidden"> {t("tabs.to_validate")}</span>
            </span>
          )}
        </a>
      ))}
    </nav>
  );
}

/** On a narrow screen the parts slide: the current one is brought in, nothing else moves. */
function show(nav: HTMLElement): void {
  const link = nav.querySelector<HTMLElement>("[aria-current]");
  if (!link) return;
  const [outer, inner] = [nav.getBoundingClientRect(), link.getBoundingClientRect()];
  if (inner.right > outer.right) nav.scrollLeft += inner.right - outer.right;
  else if (inner.left < outer.left) nav.scrollLeft += inner.left - outer.left;
}
