"use client";

import dynamic from "next/dynamic";
import { useMemo } from "react";
import { formatLongDay } from "@/lib/format/format-date";
import { formatEnergy } from "@/lib/format/format-energy";
import { formatCount } from "@/lib/format/format-number";
import { type EnergyDay, type ReadableEnergyDay, readEnergyDay } from "@/lib/format/read-energy-day";
import { roundEnergyFlows } from "@/lib/format/round-energy-flows";
import type { TableColumn } from "@/lib/format/table-cells";
import { ChartFigure } from "./chart-figure";
import { PLOT_HEIGHT } from "./chart-layout";
import { ChartSkeleton } from "./chart-skeleton";
import { ENERGY_MARKS } from "./energy-colors";
import type { LegendItem } from "./energy-legend";

const EnergyDayPlot = dynamic(() => import("./energy-day-plot").then((module) => module.EnergyDayPlot), {
  ssr: false,
  loading: () => <ChartSkeleton />,
});

export type EnergyDayChartProps = {
  data: EnergyDay;
  /** « Énergie partagée », « Production de l’école »… */
  title?: string;
};

const COLUMNS: readonly TableColumn[] = [
  { key: "time", label: "Heure de Paris", kind: "text" },
  { key: "production", label: "Production", kind: "energyWh", sum: true, decimals: 2 },
  { key: "selfConsumed", label: "Autoconsommé", kind: "energyWh", sum: true, decimals: 2 },
  {
    key: "surplus",
    label: "Surplus",
    kind: "energyWh",
    sum: true,
    decimals: 2,
    differenceOf: ["production", "selfConsumed"],
  },
  { key: "withdrawal", label: "Soutirage", kind: "energyWh", sum: true, decimals: 2 },
  {
    key: "complement",
    label: "Complément",
    kind: "energyWh",
    sum: true,
    decimals: 2,
    differenceOf: ["withdrawal", "selfConsumed"],
  },
];

/**
 * One day, step by step. Both sides stand on what was self-consumed: above it, the surplus reaches up to the
 * production, the complement up to the withdrawal. Where both lie one over the other, energy went unshared.
 */
export function EnergyDayChart({ data, title = "Énergie de la journée" }: EnergyDayChartProps) {
  const day = useMemo(() => readEnergyDay(data), [data]);
  const rows = useMemo(
    () =>
      day.steps.map((step) => ({ id: String(step.startMs), cells: { ...step, time: step.label, isMissing: null } })),
    [day],
  );
  return (
    <ChartFigure
      title={title}
      subtitle={formatLongDay(data.day)}
      legend={legendOf(day)}
      note={noteOf(day)}
      columns={COLUMNS}
      rows={rows}
      fileName={`energie-${data.day}`}
    >
      <EnergyDayPlot day={day} stepMinutes={data.stepMinutes} height={PLOT_HEIGHT} label={describe(title, data, day)} />
    </ChartFigure>
  );
}

function legendOf({ totalsWh, missingRuns, hasUnsharedSurplus }: ReadableEnergyDay): LegendItem[] {
  const shownWh = roundEnergyFlows(totalsWh, 100);
  const items: LegendItem[] = [
    { flow: "production", value: formatEnergy(shownWh.production, "kWh") },
    { flow: "selfConsumed", value: formatEnergy(shownWh.selfConsumed, "kWh") },
    { flow: "surplus", value: formatEnergy(shownWh.surplus, "kWh") },
    { flow: "withdrawal", value: formatEnergy(shownWh.withdrawal, "kWh") },
    { flow: "complement", value: formatEnergy(shownWh.complement, "kWh") },
  ];
  if (hasUnsharedSurplus) items.push({ flow: "unsharedSurplus" });
  if (missingRuns.length > 0) items.push({ flow: "missing" });
  return items;
}

function noteOf({ steps, missingRuns, hasUnsharedSurplus }: ReadableEnergyDay): string | undefined {
  const missing = steps.filter(({ isMissing }) => isMissing).length;
  const sentences = [
    hasUnsharedSurplus &&
      "Surplus non partagé : de l’énergie est partie en surplus alors qu’un autre participant en soutirait encore.",
    missingRuns.length > 0 &&
      `Données manquantes sur ${formatCount(missing, "pas", "pas")} de mesure : un total inconnu est écrit « – ».`,
  ];
  return sentences.filter(Boolean).join(" ") || undefined;
}

function describe(title: string, { day }: EnergyDay, readable: ReadableEnergyDay): string {
  const totals = legendOf(readable).flatMap(({ flow, value }) => {
    const label = value && flow !== "unsharedSurplus" && ENERGY_MARKS[flow].label.toLowerCase();
    return label ? [`${label} ${value}`] : [];
  });
  return `${title}, ${formatLongDay(day)} : ${totals.join(", ")}. Flèches gauche et droite pour lire chaque pas.`;
}
