import { dayInFull } from "../../../i18n/civil.ts";
import { t } from "../../../i18n/t.ts";
import type { CivilDay } from "../../../api/types.ts";
import { barsOf, HEIGHT, STEP, type WeekBar } from "./bars.ts";

const BAR_WIDTH = 10;

/** Validated hours of the last weeks as bars, the current one filled; the same figures in a table. */
export function Weeks({ weeks, today }: { weeks: readonly WeekBar[]; today: CivilDay }) {
  const hours = weeks.map((week) => week.hours);
  const bars = barsOf(hours);
  const named = t("weeks.name", { hours: hours.slice(0, -1).join(", "), now: hours.at(-1) ?? 0 });
  return (
    <>
      <svg class="spark" viewBox={`0 0 ${bars.length * STEP} ${HEIGHT}`} role="img" aria-label={named}>
        {bars.map(({ x, y, height }, index) => (
          <rect key={x} class={index === bars.length - 1 ? "now" : undefined} x={x} y={y} width={BAR_WIDTH} height={height} rx="2" />
        ))}
      </svg>
      <details class="weeks-table">
        <summary>{t("weeks.table")}</summary>
        <table>
          <thead>
            <tr>
              <th scope="col">{t("weeks.week")}</th>
              <th scope="col">{t("weeks.hours")}</th>
            </tr>
          </thead>
          <tbody>
            {weeks.map(({ monday, hours: count }) => (
              <tr key={monday}>
                <th scope="row">{t("weeks.from", { day: dayInFull(monday, today) })}</th>
                <td>{t("hours.count", { hours: count })}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </details>
    </>
  );
}
