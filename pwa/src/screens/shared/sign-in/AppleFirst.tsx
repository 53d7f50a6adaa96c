import { Banner } from "../../../components/Banner.tsx";
import { t } from "../../../i18n/t.ts";
import { isApple, isInstalled } from "../install/prompt.ts";

/** On an iPhone the installed application has its own storage: better install it before the code is used up. */
export function AppleFirst({ code }: { code?: string }) {
  if (!isApple() || isInstalled()) return null;
  return (
    <Banner title={t("sign_in.apple.title")}>
      <p>{code ? t("sign_in.apple.code", { code }) : t("sign_in.apple.text")}</p>
      <a class="button button-small" href="/installer">
        {t("install.invite.how")}
      </a>
    </Banner>
  );
}
