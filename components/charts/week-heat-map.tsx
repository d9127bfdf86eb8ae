"use client";

import { useElementSize } from "@mantine/hooks";
import { useId, useMemo } from "react";
import { formatKw } from "@/lib/format/format-energy";
import { formatNumber } from "@/lib/format/format-number";
import type { TableColumn } from "@/lib/format/table-cells";
import { ChartFigure } from "./chart-figure";
import { AXIS_TEXT } from "./chart-layout";
import styles from "./curve-chart.module.css";
import legend from "./energy-legend.module.css";
import { EnergyPatterns } from "./energy-patterns";

const DAYS = ["lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche"] as const;
const HOURS = 24;
const CELL_HEIGHT = 18; // px
const LEFT = 44; // px
const TOP = 24; // px

/** A mean week by hours, Monday 00:00 first; null where nothing is known. [W] (168,) */
export type WeekHours = {
  readonly meanW: readonly (number | null)[];
  readonly minW: readonly (number | null)[];
  readonly maxW: readonly (number | null)[];
};

type WeekHeatMapProps = { week: WeekHours; title: string; subtitle: string; fileName: string };

const COLUMNS: readonly TableColumn[] = [
  { key: "day", label: "Jour", kind: "text" },
  { key: "hour", label: "Heure de Paris", kind: "text" },
  { key: "mean", label: "Moyenne", kind: "powerW", decimals: 2 },
  { key: "min", label: "Pas le plus bas", kind: "powerW", decimals: 2 },
  { key: "max", label: "Pas le plus haut", kind: "powerW", decimals: 2 },
];

/** The mean week of a curve: a column for each day, a line for each hour, the darker the higher. */
export function WeekHeatMap({ week, title, subtitle, fileName }: WeekHeatMapProps) {
  const highest = Math.max(0, ...week.meanW.map((value) => value ?? 0));
  const rows = useMemo(
    () =>
      week.meanW.map((mean, slot) => ({
        id: String(slot),
        cells: {
          day: DAYS[Math.floor(slot / HOURS)] ?? "",
          hour: nameHour(slot),
          mean,
          min: week.minW[slot] ?? null,
          max: week.maxW[slot] ?? null,
        },
      })),
    [week],
  );
  return (
    <ChartFigure
      title={title}
      subtitle={subtitle}
      legend={
        <ul className={legend.legend}>
          <li data-legend-item>
            <span>Puissance moyenne en kW, de 0 (clair) à</span> <strong>{formatKw(highest, 2)}</strong>
          </li>
        </ul>
      }
      columns={COLUMNS}
      rows={rows}
      fileName={fileName}
    >
      <WeekCells
        week={week}
        highest={highest}
        label={`${title}, ${subtitle}. Les mêmes valeurs sont dans le tableau.`}
      />
    </ChartFigure>
  );
}

function WeekCells({ week, highest, label }: { week: WeekHours; highest: number; label: string }) {
  const { ref, width } = useElementSize();
  const prefix = useId();
  const height = TOP + HOURS * CELL_HEIGHT + 4;
  const cellWidth = Math.max(1, (width - LEFT) / DAYS.length);
  const decimals = highest >= 100_000 ? 0 : highest >= 10_000 ? 1 : 2;
  return (
    <div ref={ref} className={styles.frame} style={{ minHeight: height }}>
      {width > 0 && (
        <svg width={width} height={height} role="img" aria-label={label}>
          <defs>
            <EnergyPatterns prefix={prefix} />
          </defs>
          {DAYS.map((day, column) => (
            <text key={day} {...AXIS_TEXT} x={LEFT + (column + 0.5) * cellWidth} y={TOP - 8} textAnchor="middle">
              {cellWidth < 70 ? day.slice(0, 3) : day}
            </text>
          ))}
          {Array.from({ length: HOURS }, (_, hour) => `${hour}\u00a0h`).map((text, hour) => (
            <text key={text} {...AXIS_TEXT} x={LEFT - 6} y={TOP + hour * CELL_HEIGHT + 13} textAnchor="end">
              {text}
            </text>
          ))}
          {week.meanW.map((value, slot) => {
            const x = LEFT + Math.floor(slot / HOURS) * cellWidth;
            const y = TOP + (slot % HOURS) * CELL_HEIGHT;
            return (
              <g key={`${x}-${y}`}>
                <rect
                  x={x}
                  y={y}
                  width={cellWidth}
                  height={CELL_HEIGHT}
                  fill={value === null ? `url(#${prefix}-missing)` : "var(--week-cell)"}
                  fillOpacity={value === null || highest === 0 ? undefined : value / highest}
                  stroke="var(--chart-surface)"
                />
                {value !== null && (
                  <text
                    x={x + cellWidth / 2}
                    y={y + 13}
                    fontSize={11}
                    fill="var(--mantine-color-text)"
                    textAnchor="middle"
                  >
                    {formatNumber(value / 1000, { minDecimals: decimals })}
                  </text>
                )}
              </g>
            );
          })}
        </svg>
      )}
    </div>
  );
}

function nameHour(slot: number): string {
  const hour = slot % HOURS;
  return `${hour}\u00a0h – ${hour + 1}\u00a0h`;
}
