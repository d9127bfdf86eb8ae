"use client";

import type { Route } from "next";
import dynamic from "next/dynamic";
import { useMemo } from "react";
import { chooseEnergyUnit, type EnergyUnit, formatEnergy } from "@/lib/format/format-energy";
import { formatCount } from "@/lib/format/format-number";
import { roundEnergyFlows } from "@/lib/format/round-energy-flows";
import type { TableColumn } from "@/lib/format/table-cells";
import { ChartFigure } from "./chart-figure";
import { PLOT_HEIGHT } from "./chart-layout";
import { ChartSkeleton } from "./chart-skeleton";
import type { LegendItem } from "./energy-legend";

const PeriodBarsPlot = dynamic(() => import("./period-bars-plot").then((module) => module.PeriodBarsPlot), {
  ssr: false,
  loading: () => <ChartSkeleton />,
});

/** The energies of one civil day. `null` = missing, never zero. [Wh] */
export type PeriodDay = {
  /** `YYYY-MM-DD` */
  readonly day: string;
  readonly selfConsumedWh: number | null;
  readonly surplusWh: number | null;
  readonly complementWh: number | null;
};

export type PeriodBarsProps = {
  days: readonly PeriodDay[];
  title?: string;
  /** The period in words, see `formatPeriod`. */
  period: string;
  fileName: string;
  /** Where a day is shown, with `{jour}` in place of the day: « /operations/x/mesures?jour={jour} ». */
  dayHref?: string;
};

/** What the last decimal written is worth. [Wh] */
const WRITTEN_WH: Readonly<Record<EnergyUnit, number>> = { Wh: 1, kWh: 1e2, MWh: 1e5, GWh: 1e8 };

/** A period day by day: what was produced (self-consumed, then surplus) beside what was drawn (self-consumed, then complement). */
export function PeriodBars({ days, title = "Énergie par jour", period, fileName, dayHref }: PeriodBarsProps) {
  const unit = useMemo(() => unitOf(days), [days]);
  const columns = useMemo(() => columnsIn(unit), [unit]);
  const rows = useMemo(
    () =>
      days.map((day) => ({
        id: day.day,
        href: dayHref?.replace("{jour}", day.day) as Route | undefined,
        cells: {
          ...day,
          productionWh: add(day.selfConsumedWh, day.surplusWh),
          withdrawalWh: add(day.selfConsumedWh, day.complementWh),
        },
      })),
    [days, dayHref],
  );
  const missing = days.filter(isMissing).length;
  return (
    <ChartFigure
      title={title}
      subtitle={period}
      legend={legendOf(days, unit)}
      note={
        missing > 0 &&
        `Données manquantes sur ${formatCount(missing, "jour", "jours")} : un total inconnu est écrit « – ».`
      }
      columns={columns}
      rows={rows}
      fileName={fileName}
    >
      <PeriodBarsPlot days={days} unit={unit} height={PLOT_HEIGHT} label={`${title}, ${period}`} dayHref={dayHref} />
    </ChartFigure>
  );
}

function columnsIn(unit: EnergyUnit): TableColumn[] {
  const energy = { kind: "energyWh", sum: true, unit, decimals: unit === "kWh" ? 1 : 3 } as const;
  return [
    { key: "day", label: "Jour", kind: "day" },
    { ...energy, key: "productionWh", label: "Production" },
    { ...energy, key: "selfConsumedWh", label: "Autoconsommé" },
    { ...energy, key: "surplusWh", label: "Surplus", differenceOf: ["productionWh", "selfConsumedWh"] },
    { ...energy, key: "withdrawalWh", label: "Soutirage" },
    { ...energy, key: "complementWh", label: "Complément", differenceOf: ["withdrawalWh", "selfConsumedWh"] },
  ];
}

function legendOf(days: readonly PeriodDay[], unit: EnergyUnit): LegendItem[] {
  const total = (of: (day: PeriodDay) => number | null) =>
    days.reduce<number | null>((sum, day) => add(sum, of(day)), 0);
  const totalsWh = {
    production: total(({ selfConsumedWh, surplusWh }) => add(selfConsumedWh, surplusWh)),
    selfConsumed: total(({ selfConsumedWh }) => selfConsumedWh),
    surplus: total(({ surplusWh }) => surplusWh),
    withdrawal: total(({ selfConsumedWh, complementWh }) => add(selfConsumedWh, complementWh)),
    complement: total(({ complementWh }) => complementWh),
  };
  const shownWh = roundEnergyFlows(totalsWh, WRITTEN_WH[unit]);
  const items: LegendItem[] = [
    { flow: "selfConsumed", value: formatEnergy(shownWh.selfConsumed, unit) },
    { flow: "surplus", value: formatEnergy(shownWh.surplus, unit) },
    { flow: "complement", value: formatEnergy(shownWh.complement, unit) },
  ];
  return days.some(isMissing) ? [...items, { flow: "missing" }] : items;
}

function unitOf(days: readonly PeriodDay[]): EnergyUnit {
  const tallest = days.flatMap(({ selfConsumedWh, surplusWh, complementWh }) => [
    add(selfConsumedWh, surplusWh) ?? 0,
    add(selfConsumedWh, complementWh) ?? 0,
  ]);
  const unit = chooseEnergyUnit(Math.max(0, ...tallest));
  return unit === "Wh" ? "kWh" : unit;
}

function isMissing({ selfConsumedWh, surplusWh, complementWh }: PeriodDay): boolean {
  return selfConsumedWh === null || surplusWh === null || complementWh === null;
}

function add(a: number | null, b: number | null): number | null {
  return a === null || b === null ? null : a + b;
}
