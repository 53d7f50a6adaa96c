import { Mark } from "../../../components/Mark.tsx";
import { relativeDay } from "../../../i18n/dates.ts";
import { t } from "../../../i18n/t.ts";
import { PRODUCT, TAGLINE } from "../../../product.ts";
import { me } from "../../../store/session.ts";
import { panel } from "./open.ts";
import { pictureOf } from "./qr.ts";

/** The sheet of paper: on screen nowhere, it is what « Imprimer » prints. */
export function Handout() {
  const shown = panel.value;
  const by = me.value;
  if (shown?.step !== "handed" || shown.who.id === null || !by) return null;
  const { who, invitation } = shown;
  return (
    <article class="handout" aria-hidden="true">
      <header>
        <Mark />
        <p>
          <b>{PRODUCT}</b>
          <br />
          {TAGLINE}
        </p>
      </header>
      <h2>{t("handout.title", { name: who.firstName })}</h2>
      <ol>
        <li>{t("handout.aim")}</li>
        <li>{t("handout.tap")}</li>
        <li>{t("handout.enter")}</li>
      </ol>
      <div class="handout-code">
        <img class="qr" src={pictureOf(invitation.qr_svg)} alt="" width="256" height="256" />
        <p>
          {t("handout.no_camera")}
          <br />
          <b>{addressOf(invitation.link)}</b>
        </p>
        <p>
          {t("handout.type")}
          <br />
          <b class="handed-code">{invitation.code}</b>
        </p>
      </div>
      <footer>
        <p>{t("handout.until", { when: relativeDay(invitation.expires_at) })}</p>
        <p>{t("handout.secret")}</p>
        <p>{t("handout.by", { name: `${by.first_name} ${by.last_name}`, structure: by.structure.name })}</p>
      </footer>
    </article>
  );
}

/** The address to type, without the code: « passerelle.example/connexion ». */
function addressOf(link: string): string {
  const { host, pathname } = new URL(link);
  return host + pathname;
}
