import { Icon } from "../../../components/Icon.tsx";
import { t } from "../../../i18n/t.ts";
import { openInvite } from "./open.ts";

export function InviteButton() {
  return (
    <button class="button button-primary" type="button" onClick={openInvite}>
      <Icon name="user-plus" size="small" />
      {t("invite.open")}
    </button>
  );
}
