"use client";

import dynamic from "next/dynamic";
import { useMemo } from "react";
import { chooseEnergyUnit, type EnergyUnit, formatEnergy } from "@/lib/format/format-energy";
import { roundEnergyFlows } from "@/lib/format/round-energy-flows";
import type { TableColumn } from "@/lib/format/table-cells";
import { ChartFigure } from "./chart-figure";
import { PLOT_HEIGHT } from "./chart-layout";
import { ChartSkeleton } from "./chart-skeleton";

const TariffBarsPlot = dynamic(() => import("./tariff-bars-plot").then((module) => module.TariffBarsPlot), {
  ssr: false,
  loading: () => <ChartSkeleton />,
});

/** What consumers drew in one tariff period. [Wh] */
export type TariffBar = {
  readonly label: string;
  /** What its code stands for. */
  readonly words: string;
  readonly withdrawalWh: number;
  readonly selfConsumedWh: number;
  readonly complementWh: number;
};

type TariffBarsProps = {
  bars: readonly TariffBar[];
  /** The period in words. */
  period: string;
  fileName: string;
};

/** What was drawn in each tariff period: self-consumed, then complement. */
export function TariffBars({ bars, period, fileName }: TariffBarsProps) {
  const unit = useMemo(() => unitOf(bars), [bars]);
  const title = "Soutirage par poste";
  const totals = roundEnergyFlows(sumFlows(bars), unit === "kWh" ? 100 : 1e5);
  return (
    <ChartFigure
      title={title}
      subtitle={period}
      legend={[
        { flow: "selfConsumed", value: formatEnergy(totals.selfConsumed, unit) },
        { flow: "complement", value: formatEnergy(totals.complement, unit) },
      ]}
      columns={columnsIn(unit)}
      rows={bars.map(({ label, ...bar }) => ({ id: label, cells: { label, ...bar } }))}
      fileName={fileName}
    >
      <TariffBarsPlot bars={bars} unit={unit} height={PLOT_HEIGHT} label={`${title}, ${period}`} />
    </ChartFigure>
  );
}

function sumFlows(bars: readonly TariffBar[]) {
  const total = (key: "withdrawalWh" | "selfConsumedWh" | "complementWh") =>
    bars.reduce((sum, bar) => sum + bar[key], 0);
  return {
    production: null,
    surplus: null,
    withdrawal: total("withdrawalWh"),
    selfConsumed: total("selfConsumedWh"),
    complement: total("complementWh"),
  };
}

function columnsIn(unit: EnergyUnit): TableColumn[] {
  const energy = { kind: "energyWh", sum: true, unit, decimals: unit === "kWh" ? 1 : 3 } as const;
  return [
    { key: "label", label: "Poste", kind: "text" },
    { key: "words", label: "Heures", kind: "text" },
    { ...energy, key: "withdrawalWh", label: "Soutirage" },
    { ...energy, key: "selfConsumedWh", label: "Autoconsommé" },
    { ...energy, key: "complementWh", label: "Complément", differenceOf: ["withdrawalWh", "selfConsumedWh"] },
  ];
}

function unitOf(bars: readonly TariffBar[]): EnergyUnit {
  const unit = chooseEnergyUnit(Math.max(0, ...bars.map(({ withdrawalWh }) => withdrawalWh)));
  return unit === "Wh" ? "kWh" : unit;
}
