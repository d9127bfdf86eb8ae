"use client";

import { useMemo } from "react";
import { ChartFigure } from "@/components/charts/chart-figure";
import legend from "@/components/charts/energy-legend.module.css";
import { formatDay } from "@/lib/format/format-date";
import { formatPercent } from "@/lib/format/format-percent";
import type { TableColumn } from "@/lib/format/table-cells";
import { clockHour } from "./clock-hour";
import { DayHourCells } from "./day-hour-cells";

/** One Paris day. */
export type HeatMapDay = {
  /** `YYYY-MM-DD` */
  readonly day: string;
  /** Mean share of each hour that passes, null where unknown. [%] (23, 24 or 25,) */
  readonly percents: readonly (number | null)[];
};

type DayHourHeatMapProps = { title: string; subtitle: string; days: readonly HeatMapDay[]; fileName: string };

const COLUMNS: readonly TableColumn[] = [
  { key: "day", label: "Jour", kind: "day" },
  { key: "hour", label: "Heure de Paris", kind: "text" },
  { key: "share", label: "Part moyenne", kind: "ratio", decimals: 2 },
];

/** The share of a consumer over a month: a column for each day, a line for each hour, the darker the larger. */
export function DayHourHeatMap({ title, subtitle, days, fileName }: DayHourHeatMapProps) {
  const highest = Math.max(0, ...days.flatMap(({ percents }) => percents.map((value) => value ?? 0)));
  const rows = useMemo(
    () =>
      days.flatMap(({ day, percents }) =>
        percents.map((percent, index) => ({
          id: `${day}-${index}`,
          cells: {
            day,
            hour: clockHour(index, percents.length).label,
            share: percent === null ? null : percent / 100,
          },
        })),
      ),
    [days],
  );
  return (
    <ChartFigure
      title={title}
      subtitle={subtitle}
      legend={
        <ul className={legend.legend}>
          <li data-legend-item>
            <span>Part moyenne de l’heure, de 0 (clair) à</span> <strong>{formatPercent(highest / 100, 2)}</strong>
          </li>
        </ul>
      }
      note="Les heures hachurées n’ont pas de coefficient."
      columns={COLUMNS}
      rows={rows}
      fileName={fileName}
    >
      <DayHourCells
        days={days}
        highest={highest}
        label={`${title}, ${subtitle}. Les mêmes valeurs sont dans le tableau.`}
        describe={(day, index) => describeCell(days[day], index)}
      />
    </ChartFigure>
  );
}

function describeCell(found: HeatMapDay | undefined, index: number): string {
  if (!found) return "";
  const percent = found.percents[index] ?? null;
  const value = percent === null ? "pas de coefficient" : formatPercent(percent / 100, 2);
  return `${formatDay(found.day)}, ${clockHour(index, found.percents.length).label} : ${value}`;
}
