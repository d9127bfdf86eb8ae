"use client";

import { NativeSelect } from "@mantine/core";
import dynamic from "next/dynamic";
import { useMemo, useState } from "react";
import { ChartFigure } from "@/components/charts/chart-figure";
import { PLOT_HEIGHT } from "@/components/charts/chart-layout";
import { ChartSkeleton } from "@/components/charts/chart-skeleton";
import type { LegendItem } from "@/components/charts/energy-legend";
import type { CivilSeason } from "@/lib/domain/dashboard/civil-season";
import type { DayKind, TypicalDay as TypicalDayFigures } from "@/lib/domain/dashboard/typical-day";
import { formatEnergy } from "@/lib/format/format-energy";
import { formatCount } from "@/lib/format/format-number";
import { type ReadableEnergyDay, readEnergyDay } from "@/lib/format/read-energy-day";
import { roundEnergyFlows } from "@/lib/format/round-energy-flows";
import { DAY_KIND_WORDS, SEASON_WORDS } from "@/lib/format/season-words";
import type { TableColumn } from "@/lib/format/table-cells";
import styles from "./dashboard.module.css";

const EnergyDayPlot = dynamic(
  () => import("@/components/charts/energy-day-plot").then((module) => module.EnergyDayPlot),
  { ssr: false, loading: () => <ChartSkeleton /> },
);

export type TypicalDayProps = {
  days: readonly TypicalDayFigures[];
  /** Shown first. */
  season: CivilSeason;
  /** The window in words. */
  period: string;
  fileName: string;
};

/** Midnight in Paris of a day on which no clock changes: the hours of the axis. [ms] */
const ORDINARY_DAY_MS = Date.UTC(2000, 11, 31, 23);
const SLOT_MINUTES = 30;
const WRITTEN_WH = 100; // kWh with one decimal

const energy = { kind: "energyWh", sum: true, decimals: 2 } as const;
const COLUMNS: readonly TableColumn[] = [
  { key: "time", label: "Heure de Paris", kind: "text" },
  { ...energy, key: "production", label: "Production" },
  { ...energy, key: "selfConsumed", label: "Autoconsommé" },
  { ...energy, key: "surplus", label: "Surplus", differenceOf: ["production", "selfConsumed"] },
  { ...energy, key: "withdrawal", label: "Soutirage" },
  { ...energy, key: "complement", label: "Complément", differenceOf: ["withdrawal", "selfConsumed"] },
];

/** The mean day of a season, half-hour by half-hour; the season and the days of the week are chosen. */
export function TypicalDay({ days, season: first, period, fileName }: TypicalDayProps) {
  const [season, setSeason] = useState(first);
  const [kind, setKind] = useState<DayKind>("all");
  const found = days.find((each) => each.season === season && each.kind === kind);
  const day = useMemo(() => found && readDay(found), [found]);
  if (!found || !day) return null;
  const { name, months } = SEASON_WORDS[season];
  const subtitle = `${name.toLowerCase()}, ${DAY_KIND_WORDS[kind]}`;
  return (
    <>
      <div className={styles.choices} data-no-print>
        <NativeSelect
          label="Saison"
          value={season}
          onChange={({ currentTarget }) => setSeason(currentTarget.value as CivilSeason)}
          data={days.filter((each) => each.kind === "all").map(nameSeason)}
        />
        <NativeSelect
          label="Jours"
          value={kind}
          onChange={({ currentTarget }) => setKind(currentTarget.value as DayKind)}
          data={Object.entries(DAY_KIND_WORDS).map(([value, label]) => ({ value, label }))}
        />
      </div>
      <ChartFigure
        title="Journée type"
        subtitle={subtitle}
        legend={legendOf(day)}
        note={
          found.days === 0
            ? `Aucun jour calculé de ${months} dans cette période (${period}).`
            : `Moyenne de ${formatCount(found.days, "jour calculé", "jours calculés")} (${months}), demi-heure par demi-heure à l’heure de Paris, ${period}.`
        }
        columns={COLUMNS}
        rows={day.steps.map((step) => ({
          id: String(step.startMs),
          cells: { ...step, time: step.label, isMissing: null },
        }))}
        fileName={`${fileName}-${season}-${kind}`}
      >
        <EnergyDayPlot
          day={day}
          stepMinutes={SLOT_MINUTES}
          height={PLOT_HEIGHT}
          label={`Journée type, ${subtitle}. Flèches gauche et droite pour lire chaque demi-heure.`}
        />
      </ChartFigure>
    </>
  );
}

function nameSeason({ season, days }: TypicalDayFigures) {
  const { name, months } = SEASON_WORDS[season];
  const count = days === 0 ? "aucun jour" : formatCount(days, "jour", "jours");
  return { value: season, label: `${name} (${months}) : ${count}` };
}

function readDay({ productionWh, withdrawalWh, selfConsumedWh }: TypicalDayFigures): ReadableEnergyDay {
  const rest = (whole: readonly (number | null)[]) =>
    whole.map((value, slot) => {
      const shared = selfConsumedWh[slot] ?? null;
      return value === null || shared === null ? null : Math.max(0, value - shared);
    });
  return readEnergyDay({
    day: "",
    startMs: ORDINARY_DAY_MS,
    stepMinutes: SLOT_MINUTES,
    series: {
      productionWh,
      withdrawalWh,
      selfConsumedWh,
      surplusWh: rest(productionWh),
      complementWh: rest(withdrawalWh),
    },
  });
}

function legendOf({ totalsWh, hasUnsharedSurplus, missingRuns }: ReadableEnergyDay): LegendItem[] {
  const shownWh = roundEnergyFlows(totalsWh, WRITTEN_WH);
  const flows = ["production", "selfConsumed", "surplus", "withdrawal", "complement"] as const;
  return [
    ...flows.map((flow) => ({ flow, value: formatEnergy(shownWh[flow], "kWh") })),
    // On the mean of many days both are there at the same hour, whether or not they ever were on one day.
    ...(hasUnsharedSurplus
      ? [{ flow: "unsharedSurplus", label: "Surplus et complément à la même heure" } as const]
      : []),
    ...(missingRuns.length > 0 ? [{ flow: "missing" } as const] : []),
  ];
}
