import { t } from "../../../i18n/t.ts";
import { me } from "../../../store/session.ts";
import { openInvite, openInviteAdvisor } from "../invite/open.ts";
import { coverScreen } from "../../shared/cover.ts";
import { isHelpOpen } from "../shell/help.ts";
import { MESSAGES, PORTFOLIO } from "../shell/menu.ts";
import type { Place } from "./suggestions.ts";

/** Every page and gesture the search box knows. */
export function places(): Place[] {
  const all: Place[] = [
    { label: t(PORTFOLIO.label), icon: PORTFOLIO.icon, href: PORTFOLIO.href },
    { label: t(MESSAGES.label), icon: MESSAGES.icon, href: MESSAGES.href },
    { label: t("envois.title"), icon: "cloud-upload", href: "/envois" },
    { label: t("profile.title"), icon: "user-round", href: "/profil" },
    { label: t("invite.open"), icon: "user-plus", run: openInvite },
    { label: t("top.cover"), icon: "eye-off", run: coverScreen },
    { label: t("top.help"), icon: "circle-question-mark", run: () => (isHelpOpen.value = true) },
  ];
  if (me.value?.supervisor) all.push({ label: t("invite_advisor.open"), icon: "user-plus", run: openInviteAdvisor });
  return all;
}
