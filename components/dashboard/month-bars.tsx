"use client";

import type { Route } from "next";
import dynamic from "next/dynamic";
import { useMemo } from "react";
import { ChartFigure } from "@/components/charts/chart-figure";
import { PLOT_HEIGHT } from "@/components/charts/chart-layout";
import { ChartSkeleton } from "@/components/charts/chart-skeleton";
import { chooseEnergyUnit, type EnergyUnit } from "@/lib/format/format-energy";
import { formatCount } from "@/lib/format/format-number";
import { changeRatio, formatSignedPercent } from "@/lib/format/format-percent";
import type { TableColumn } from "@/lib/format/table-cells";
import { BAR_WORDS, type BarKind, type BarMonth } from "./bar-month";
import { MonthLegend } from "./month-legend";

const MonthBarsPlot = dynamic(() => import("./month-bars-plot").then((module) => module.MonthBarsPlot), {
  ssr: false,
  loading: () => <ChartSkeleton />,
});

export type MonthBarsProps = {
  kind: BarKind;
  months: readonly BarMonth[];
  /** The window in words. */
  period: string;
  fileName: string;
};

/** An energy month by month, split in self-consumed and rest, with last year's outline and the forecast's mark. */
export function MonthBars({ kind, months, period, fileName }: MonthBarsProps) {
  const { title } = BAR_WORDS[kind];
  const unit = useMemo(() => unitOf(months), [months]);
  const columns = useMemo(() => columnsIn(kind, unit), [kind, unit]);
  const rows = useMemo(
    () =>
      months.map((month) => ({
        id: month.id,
        ...(month.href === null ? {} : { href: month.href as Route }),
        cells: {
          month: month.name,
          whole: month.wholeWh,
          selfConsumed: month.selfConsumedWh,
          rest: restOf(month),
          lastYear: month.lastYearWh,
          lastYearChange: formatSignedPercent(changeRatio(month.wholeWh, month.lastYearWh)),
          forecast: month.forecastWh,
          forecastChange: formatSignedPercent(changeRatio(month.wholeWh, month.forecastWh)),
        },
      })),
    [months],
  );
  const missing = months.filter(({ wholeWh }) => wholeWh === null).length;
  const has = {
    lastYear: months.some(({ lastYearWh }) => lastYearWh !== null),
    forecast: months.some(({ forecastWh }) => forecastWh !== null),
  };
  return (
    <ChartFigure
      title={title}
      subtitle={period}
      legend={<MonthLegend restFlow={BAR_WORDS[kind].restFlow} has={{ ...has, missing: missing > 0 }} />}
      note={
        missing > 0 &&
        `${formatCount(missing, "mois n’est pas calculé : son", "mois ne sont pas calculés : leur")} énergie n’est pas connue, elle n’est pas nulle.`
      }
      columns={columns}
      rows={rows}
      fileName={fileName}
    >
      <MonthBarsPlot kind={kind} months={months} unit={unit} height={PLOT_HEIGHT} label={`${title}, ${period}`} />
    </ChartFigure>
  );
}

const restOf = ({ wholeWh, selfConsumedWh }: BarMonth) =>
  wholeWh === null || selfConsumedWh === null ? null : wholeWh - selfConsumedWh;

function columnsIn(kind: BarKind, unit: EnergyUnit): TableColumn[] {
  const { whole, rest, foreseen } = BAR_WORDS[kind];
  const energy = { kind: "energyWh", unit, decimals: unit === "kWh" ? 1 : 3 } as const;
  return [
    { key: "month", label: "Mois", kind: "text" },
    { ...energy, key: "whole", label: whole, sum: true },
    { ...energy, key: "selfConsumed", label: "Autoconsommé", sum: true },
    { ...energy, key: "rest", label: rest, sum: true, differenceOf: ["whole", "selfConsumed"] },
    { ...energy, key: "lastYear", label: `${whole} un an plus tôt` },
    { key: "lastYearChange", label: "Écart avec l’an dernier", kind: "text" },
    { ...energy, key: "forecast", label: foreseen },
    { key: "forecastChange", label: "Écart avec la prévision", kind: "text" },
  ];
}

function unitOf(months: readonly BarMonth[]): EnergyUnit {
  const all = months.flatMap(({ wholeWh, lastYearWh, forecastWh }) => [wholeWh ?? 0, lastYearWh ?? 0, forecastWh ?? 0]);
  const unit = chooseEnergyUnit(Math.max(0, ...all));
  return unit === "Wh" ? "kWh" : unit;
}
