import { Icon } from "../../components/Icon.tsx";
import { t } from "../../i18n/t.ts";
import { me } from "../../store/session.ts";
import { ProfileContent } from "../shared/profile/ProfileContent.tsx";
import { openInviteAdvisor } from "./invite/open.ts";
import { Screen } from "./shell/Screen.tsx";

export function ProfileScreen() {
  return (
    <Screen title={t("profile.title")} heading={t("profile.title")} back="/plus">
      <div class="beside">
        <div class="stack">
          <ProfileContent />
        </div>
        {me.value?.supervisor && <Team />}
      </div>
    </Screen>
  );
}

/** What a supervisor may do for colleagues. */
function Team() {
  return (
    <section class="stack-tight" aria-labelledby="equipe">
      <h2 id="equipe">{t("team.title")}</h2>
      <div class="card stack-tight">
        <p>{t("team.text")}</p>
        <div>
          <button class="button" type="button" onClick={openInviteAdvisor}>
            <Icon name="user-plus" size="small" />
            {t("invite_advisor.open")}
          </button>
        </div>
      </div>
    </section>
  );
}
