import type { TypicalDay } from "@/lib/domain/dashboard/typical-day";
import { formatKw } from "@/lib/format/format-energy";
import { highestOfTypicalDays, layOutTypicalDay } from "@/lib/format/lay-out-typical-day";
import { SEASON_WORDS } from "@/lib/format/season-words";
import styles from "./report-charts.module.css";

const SIZE = { width: 400, height: 130 } as const;
const HALF_HOURS_PER_HOUR = 2;

/** The mean day of each season, on one scale. */
export function SeasonCharts({ days }: { days: readonly TypicalDay[] }) {
  const highestWh = highestOfTypicalDays(days);
  return (
    <figure className={styles.figure}>
      <figcaption className={styles.legend}>
        <span className={styles.swatch} data-flow="production" /> production
        <span className={styles.swatch} data-flow="shared" /> utilisé dans l’opération
        <span className={styles.swatch} data-flow="withdrawal" /> soutirage (tirets)
        <span className={styles.most}>
          le plus haut : {formatKw(highestWh * HALF_HOURS_PER_HOUR)} en moyenne sur une demi-heure
        </span>
      </figcaption>
      <div className={styles.seasons}>
        {days.map((day) => (
          <SeasonChart key={day.season} day={day} highestWh={highestWh} />
        ))}
      </div>
    </figure>
  );
}

function SeasonChart({ day, highestWh }: { day: TypicalDay; highestWh: number }) {
  const { production, withdrawal, selfConsumed } = layOutTypicalDay(day, highestWh, SIZE);
  const { name } = SEASON_WORDS[day.season];
  const path = (points: readonly { readonly x: number; readonly y: number }[]) =>
    points.map(({ x, y }) => `${x.toFixed(1)},${y.toFixed(1)}`).join(" ");
  return (
    <div>
      <p className={styles.season}>{name}</p>
      <svg
        viewBox={`0 0 ${SIZE.width} ${SIZE.height + 22}`}
        className={styles.chart}
        role="img"
        aria-label={`${name}, journée moyenne : production, énergie utilisée et soutirage selon l’heure.`}
      >
        <polygon points={path(selfConsumed)} data-flow="shared" />
        <polyline points={path(production)} data-line="production" />
        <polyline points={path(withdrawal)} data-line="withdrawal" />
        <line x1={0} x2={SIZE.width} y1={SIZE.height} y2={SIZE.height} />
        <text x={0} y={SIZE.height + 17}>
          0 h
        </text>
        <text x={SIZE.width / 2} y={SIZE.height + 17} textAnchor="middle">
          12 h
        </text>
        <text x={SIZE.width} y={SIZE.height + 17} textAnchor="end">
          24 h
        </text>
      </svg>
    </div>
  );
}
