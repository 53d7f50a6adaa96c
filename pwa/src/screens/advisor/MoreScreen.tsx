import type { IconName } from "../../../build/icons.ts";
import { Icon } from "../../components/Icon.tsx";
import { t } from "../../i18n/t.ts";
import { envois } from "../../store/envois.ts";
import { me } from "../../store/session.ts";
import { openInviteAdvisor } from "./invite/open.ts";
import { isHelpOpen } from "./shell/help.ts";
import { Screen } from "./shell/Screen.tsx";
import { SyncLine } from "./shell/SyncLine.tsx";

/** What a phone's menu has no room for. */
export function MoreScreen() {
  const count = envois.value.filter(({ state }) => state === "refused" || state === "to_review").length;
  const choose = count > 0 ? t("more.choose", { count }) : null;
  return (
    <Screen title={t("menu.more")} heading={t("menu.more")}>
      <div class="reading stack">
        <ul class="card card-rows rows">
          <li>
            <Line href="/envois" icon="cloud-upload" label={t("envois.title")} more={choose} />
          </li>
          <li>
            <Line href="/profil" icon="user-round" label={t("profile.title")} more={me.value?.structure.name ?? null} />
          </li>
          <li>
            <Line run={() => (isHelpOpen.value = true)} icon="circle-question-mark" label={t("top.help")} />
          </li>
          {me.value?.supervisor && (
            <li>
              <Line run={openInviteAdvisor} icon="user-plus" label={t("invite_advisor.open")} />
            </li>
          )}
        </ul>
        <div class="center">
          <SyncLine />
        </div>
      </div>
    </Screen>
  );
}

interface LineProps {
  href?: string;
  run?: () => void;
  icon: IconName;
  label: string;
  more?: string | null;
}

function Line({ href, run, icon, label, more }: LineProps) {
  const inside = (
    <>
      <Icon name={icon} />
      <span class="row-body">
        <span class="row-title">{label}</span>
        {more && <span class="meta">{more}</span>}
      </span>
      <Icon name="chevron-right" />
    </>
  );
  if (href === undefined) {
    return (
      <button class="row" type="button" onClick={run}>
        {inside}
      </button>
    );
  }
  return (
    <a class="row" href={href}>
      {inside}
    </a>
  );
}
