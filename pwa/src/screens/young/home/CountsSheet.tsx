import "../../../i18n/words.ts";
import { Banner } from "../../../components/Banner.tsx";
import { PlankKey } from "../../../components/Bridge.tsx";
import { Sheet } from "../../../components/Sheet.tsx";
import { dayInFull } from "../../../i18n/civil.ts";
import { t } from "../../../i18n/t.ts";
import type { HoursLine } from "../../../store/followup/hours.ts";
import { myAdvisors } from "../mine.ts";
import { appointmentName } from "../../shared/appointment/name.ts";
import { sourceOf, type Week } from "./week.ts";

/** « Ce qui compte »: each activity of the week with its hours, then what is still to come. */
export function CountsSheet({ week, open, onClose }: { week: Week; open: boolean; onClose: () => void }) {
  const name = myAdvisors()[0]?.first_name ?? "";
  const { lines, to_come } = week.hours;
  const done = lines.filter(({ state }) => state !== "to_come");
  return (
    <Sheet open={open} title={t("counts.title")} onClose={onClose}>
      <p>{t("counts.week", { from: dayInFull(week.monday, week.day), to: dayInFull(week.sunday, week.day) })}</p>
      {lines.length === 0 && <p class="quiet">{t("counts.none")}</p>}
      <ul class="rows counts">
        {done.map((line) => (
          <Line key={line.kind + line.id} line={line} day={week.day} advisor={name} />
        ))}
        {to_come > 0 && (
          <li class="row">
            <PlankKey kind="to_come" />
            <span class="row-body">
              <span class="row-title">{t("counts.to_come")}</span>
              <span class="meta">{t("counts.to_come.things", { count: lines.length - done.length })}</span>
            </span>
            <b>{t("hours.count", { hours: to_come })}</b>
          </li>
        )}
      </ul>
      <Banner tone="info" icon="info" title={t("counts.also")}>
        {name && t("counts.doubt", { name })}
      </Banner>
    </Sheet>
  );
}

function Line({ line, day, advisor }: { line: HoursLine; day: string; advisor: string }) {
  const source = sourceOf(line);
  if (!source) return null;
  const when = dayInFull(line.day, day);
  const { title, about } = "action" in source ? ofAction(source.action.d) : { title: appointmentName(source.appointment.d), about: "" };
  return (
    <li class="row">
      <PlankKey kind={line.state} />
      <span class="row-body">
        <span class="row-title">{title}</span>
        <span class="meta">
          {about ? t("counts.line", { about, when }) : when}
          {line.state === "declared" && advisor && <span class="block">{t("counts.to_validate", { name: advisor })}</span>}
        </span>
      </span>
      <b>{t("hours.count", { hours: line.hours })}</b>
    </li>
  );
}

function ofAction({ title, category }: { title: string; category: string | null }) {
  return { title, about: t(`category.${category ?? "none"}`) };
}
