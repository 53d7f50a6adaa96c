import { newCode } from "../../../api/invite.ts";
import { Icon } from "../../../components/Icon.tsx";
import { t } from "../../../i18n/t.ts";
import { status } from "../../../store/status.ts";
import { closePanel, hand, type Who } from "./open.ts";
import { NeedsNetwork, Trouble } from "./Trouble.tsx";
import { useAsking } from "./useAsking.ts";

/** Asks first: a new code closes the account wherever it is open. */
export function NewCode({ who }: { who: Who & { id: string } }) {
  const asking = useAsking();
  const make = () =>
    asking.ask(async () => {
      const { invitation } = await newCode(who.id);
      hand(who, invitation);
    });
  return (
    <>
      {!status.value.online && <NeedsNetwork />}
      <ul class="plain-list">
        <li>{t("code.ends", { name: who.firstName })}</li>
        <li>{t("code.old")}</li>
        <li>{t("code.keeps")}</li>
      </ul>
      <Trouble asking={asking} />
      <div class="button-pair">
        <button class="button" type="button" onClick={closePanel}>
          {t("code.leave")}
        </button>
        <button class="button button-primary" type="button" aria-busy={asking.isAsking} onClick={() => void make()}>
          <Icon name="qr-code" size="small" />
          {asking.isAsking ? t("invite.making") : t("code.make")}
        </button>
      </div>
    </>
  );
}
