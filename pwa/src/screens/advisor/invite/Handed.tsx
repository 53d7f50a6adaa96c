import { useRef } from "preact/hooks";
import type { Invitation } from "../../../api/types.ts";
import { Icon } from "../../../components/Icon.tsx";
import { toast } from "../../../components/Toast.tsx";
import { relativeDay } from "../../../i18n/dates.ts";
import { t } from "../../../i18n/t.ts";
import { closePanel, type Who } from "./open.ts";
import { pictureOf } from "./qr.ts";

/** What to hand over, shown once: a picture, a code, a link. */
export function Handed({ who, invitation }: { who: Who; invitation: Invitation }) {
  const { code, link, qr_svg, expires_at } = invitation;
  const isYoung = who.id !== null;
  return (
    <>
      <p>{isYoung ? t("handed.text", { name: who.firstName }) : t("handed.advisor", { name: who.firstName })}</p>
      {isYoung && (
        <div class="handed">
          <img
            class="qr"
            src={pictureOf(qr_svg)}
            alt={t("handed.qr", { name: who.firstName })}
            width="176"
            height="176"
          />
          <p>
            <span class="meta block">{t("handed.code")}</span>
            <b class="handed-code">{code}</b>
          </p>
        </div>
      )}
      <LinkToCopy link={link} />
      <p class="meta">
        {t("handed.until", { when: relativeDay(expires_at) })} {isYoung && t("handed.once")}
      </p>
      <div class="button-pair">
        {isYoung && (
          <button class="button button-primary" type="button" onClick={() => print()}>
            <Icon name="printer" size="small" />
            {t("handed.print")}
          </button>
        )}
        {isYoung && (
          <a class="button" href={`/jeunes/${who.id}`} onClick={closePanel}>
            {t("handed.person")}
          </a>
        )}
        {!isYoung && (
          <button class="button" type="button" onClick={closePanel}>
            {t("handed.done")}
          </button>
        )}
      </div>
    </>
  );
}

function LinkToCopy({ link }: { link: string }) {
  const field = useRef<HTMLInputElement>(null);
  const select = () => field.current?.select();
  const copy = async () => {
    select();
    try {
      await navigator.clipboard.writeText(link);
      toast(t("handed.copied"));
    } catch {
      toast(t("handed.not_copied"));
    }
  };
  return (
    <div class="field">
      <label for="lien">{t("handed.link")}</label>
      <div class="line">
        <input class="control" id="lien" ref={field} value={link} readOnly onFocus={select} />
        <button class="button" type="button" onClick={() => void copy()}>
          <Icon name="copy" size="small" />
          {t("handed.copy")}
        </button>
      </div>
    </div>
  );
}
