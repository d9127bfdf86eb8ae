"use client";

import dynamic from "next/dynamic";
import { useMemo } from "react";
import { formatNumber } from "@/lib/format/format-number";
import type { TableColumn } from "@/lib/format/table-cells";
import { ChartFigure } from "./chart-figure";
import { PLOT_HEIGHT } from "./chart-layout";
import { ChartSkeleton } from "./chart-skeleton";
import { CurveSwatch } from "./curve-legend";
import styles from "./energy-legend.module.css";

const LoadDurationPlot = dynamic(() => import("./load-duration-plot").then((module) => module.LoadDurationPlot), {
  ssr: false,
  loading: () => <ChartSkeleton />,
});

/** A curve's powers from the highest to the lowest. */
export type LoadDuration = {
  readonly id: string;
  readonly label: string;
  readonly color: string;
  readonly dash: string | undefined;
  /** [W] */
  readonly powersW: readonly number[];
  /** Until when each is held, counted from the highest. [h] */
  readonly toHours: readonly number[];
  readonly missingHours: number;
};

type LoadDurationChartProps = {
  curves: readonly LoadDuration[];
  title: string;
  subtitle: string;
  fileName: string;
};

// Hours spent at least at a power: what a table of it is read for.
const SHARES = [0, 0.01, 0.05, 0.1, 0.25, 0.5, 0.75, 0.9, 1];

/** How long each power is held: the load-duration curve. */
export function LoadDurationChart({ curves, title, subtitle, fileName }: LoadDurationChartProps) {
  const columns = useMemo(
    (): TableColumn[] => [
      { key: "share", label: "Part du temps", kind: "text" },
      ...curves.map(({ id, label }) => ({ key: id, label, kind: "powerW", decimals: 2 }) as const),
    ],
    [curves],
  );
  const rows = useMemo(
    () =>
      SHARES.map((share) => ({
        id: String(share),
        cells: {
          share: share === 0 ? "puissance la plus haute" : `dépassée ${formatNumber(share * 100)}\u00a0% du temps`,
          ...Object.fromEntries(curves.map((curve) => [curve.id, powerAt(curve, share)])),
        },
      })),
    [curves],
  );
  const missing = curves.filter(({ missingHours }) => missingHours > 0);
  return (
    <ChartFigure
      title={title}
      subtitle={subtitle}
      legend={
        <ul className={styles.legend}>
          {curves.map(({ id, label, color, dash }) => (
            <li key={id} data-legend-item>
              <CurveSwatch color={color} dash={dash} />
              <span>{label}</span>
            </li>
          ))}
        </ul>
      }
      note={
        missing.length > 0 &&
        `Les heures sans valeur sont laissées de côté : ${missing
          .map(({ label, missingHours }) => `${label}, ${formatNumber(missingHours, { maxDecimals: 1 })}\u00a0h`)
          .join(" ; ")}.`
      }
      columns={columns}
      rows={rows}
      fileName={fileName}
    >
      <LoadDurationPlot
        curves={curves}
        height={PLOT_HEIGHT}
        label={`${title}, ${subtitle}. Les mêmes valeurs sont dans le tableau.`}
      />
    </ChartFigure>
  );
}

/** The power that is reached or passed for a share of the known time. */
function powerAt({ powersW, toHours }: LoadDuration, share: number): number | null {
  const hours = (toHours.at(-1) ?? 0) * share;
  const found = toHours.findIndex((end) => end >= hours - 1e-9);
  return powersW[found] ?? null;
}
