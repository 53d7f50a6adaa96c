import type { ComponentChildren } from "preact";
import { Avatar, type AvatarProps } from "../../../components/Avatar.tsx";
import { Icon } from "../../../components/Icon.tsx";
import type { IconName } from "../../../../build/icons.ts";
import { t } from "../../../i18n/t.ts";
import { PRODUCT, VERSION } from "../../../product.ts";
import { me } from "../../../store/session.ts";
import { Devices } from "./Devices.tsx";
import { HeldHere } from "./HeldHere.tsx";
import { Reading } from "./Reading.tsx";
import { SignOut } from "./SignOut.tsx";

export interface ProfileContentProps {
  /** Under the name: « Avec Nadia Benali depuis mars 2026 ». */
  line?: string | undefined;
  tint?: AvatarProps["tint"];
  /** What only one view has, under the name. */
  children?: ComponentChildren;
}

/** Me, how I read, my devices, the way out; the same content in both views. */
export function ProfileContent({ line, tint, children }: ProfileContentProps) {
  const person = me.value;
  if (!person) return null;
  const name = `${person.first_name} ${person.last_name}`;
  return (
    <>
      <div class="line profile-head">
        <Avatar name={name} tint={tint} size="large" />
        <div>
          <h2 class="sheet-title">{name}</h2>
          <p class="meta">{line ?? person.structure.name}</p>
        </div>
      </div>
      {children}
      <Reading role={person.role} />
      <section class="stack-tight" aria-labelledby="securite">
        <h2 id="securite">{t("profile.security")}</h2>
        <ul class="card card-rows rows">
          <li>
            <Devices />
          </li>
          <li>
            <HeldHere />
          </li>
          <li>
            <SignOut />
          </li>
        </ul>
      </section>
      <PublicLinks />
    </>
  );
}

const LINKS: { href: string; icon: IconName; label: string }[] = [
  { href: "/installer", icon: "download", label: "pages.install" },
  { href: "/aide", icon: "circle-question-mark", label: "pages.help" },
  { href: "/donnees-personnelles", icon: "shield", label: "pages.data" },
  { href: "/accessibilite", icon: "eye", label: "pages.accessibility" },
  { href: "/mentions-legales", icon: "file-text", label: "pages.legal" },
];

function PublicLinks() {
  return (
    <section class="stack-tight" aria-labelledby="savoir">
      <h2 id="savoir">{t("profile.know")}</h2>
      <ul class="card card-rows rows">
        {LINKS.map(({ href, icon, label }) => (
          <li key={href}>
            <a class="row" href={href}>
              <Icon name={icon} />
              <span class="row-body row-title">{t(label)}</span>
              <Icon name="chevron-right" />
            </a>
          </li>
        ))}
      </ul>
      <p class="meta center">
        {PRODUCT} {VERSION}
      </p>
    </section>
  );
}
