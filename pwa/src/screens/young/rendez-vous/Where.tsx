import type { Appointment, Row } from "../../../api/types.ts";
import type { IconName } from "../../../../build/icons.ts";
import { Icon } from "../../../components/Icon.tsx";
import { t } from "../../../i18n/t.ts";
import { myDossier } from "../mine.ts";

const ICONS: Record<Appointment["modality"], IconName> = { in_person: "map-pin", phone: "phone", video: "video" };

/** Where it is, or how one meets; a number is called and a link is opened in one tap. */
export function Where({ row: { d } }: { row: Row<"appointment"> }) {
  const dossier = myDossier();
  const isHere = d.modality === "in_person";
  return (
    <section class="card stack" aria-labelledby="ou">
      <h2 id="ou">{t(isHere ? "appointment.where" : "appointment.how")}</h2>
      <div class="person-line">
        <Icon name={ICONS[d.modality]} />
        <p>
          <b>{isHere ? (dossier?.structure ?? t("modality.in_person")) : t(`modality.${d.modality}`)}</b>
          {isHere && dossier?.site && <span class="block">{dossier.site}</span>}
          {d.place && (
            <span class="meta block words" dir="auto">
              {d.place}
            </span>
          )}
        </p>
      </div>
      <Reach modality={d.modality} place={d.place} />
    </section>
  );
}

function Reach({ modality, place }: Pick<Appointment, "modality" | "place">) {
  const number = modality === "phone" ? numberIn(place) : null;
  const link = modality === "video" ? linkIn(place) : null;
  if (number) {
    return (
      <a class="button button-wide" href={`tel:${number}`}>
        <Icon name="phone" size="small" />
        {t("appointment.call")}
      </a>
    );
  }
  if (!link) return null;
  return (
    <a class="button button-wide" href={link} target="_blank" rel="noopener noreferrer">
      <Icon name="video" size="small" />
      {t("appointment.join")}
    </a>
  );
}

/** A number that can be called, as written by hand: « 01 23 45 67 89 ». */
function numberIn(place: string | null): string | null {
  const digits = (place ?? "").replace(/[\s.\-()]/g, "");
  return /^\+?\d{8,15}$/.test(digits) ? digits : null;
}

/** Only https: nothing else is opened from a text somebody typed. */
function linkIn(place: string | null): string | null {
  const found = /https:\/\/\S+/.exec(place ?? "")?.[0];
  return found && URL.canParse(found) ? found : null;
}
