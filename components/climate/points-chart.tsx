"use client";

import { ChartFigure } from "@/components/charts/chart-figure";
import type { TableColumn } from "@/lib/format/table-cells";
import { PointsLegend } from "./points-legend";
import { type ChartedPart, PointsPlot } from "./points-plot";

type PointsChartProps = {
  title: string;
  /** Whose, and when. */
  subtitle: string;
  /** What one part is: « Axe ». */
  partName: string;
  /** Without extension. */
  fileName: string;
  /** Rounded so that they add up to the plan's own figures. */
  parts: readonly ChartedPart[];
};

const POINTS = { kind: "number", sum: true, decimals: 1 } as const;
const COLUMNS: readonly TableColumn[] = [
  { key: "potential", label: "Potentiel, en points", ...POINTS },
  { key: "done", label: "Fait", ...POINTS },
  { key: "planned", label: "Programmé", ...POINTS },
  { key: "notDone", label: "Pas fait", ...POINTS },
  { key: "rest", label: "À renseigner", ...POINTS },
];

/** What the points of a plan are made of, part by part: a chart, the table that says the same, and both as files. */
export function PointsChart({ title, subtitle, partName, fileName, parts }: PointsChartProps) {
  return (
    <ChartFigure
      title={title}
      subtitle={subtitle}
      legend={<PointsLegend sums={sumParts(parts)} />}
      columns={[{ key: "name", label: partName, kind: "text" }, ...COLUMNS]}
      rows={parts.map(({ id, name, points }) => ({ id, cells: { name, ...points } }))}
      fileName={fileName}
    >
      <PointsPlot parts={parts} label={`${title}, ${subtitle}`} />
    </ChartFigure>
  );
}

function sumParts(parts: readonly ChartedPart[]) {
  const sum = (part: "done" | "planned" | "notDone" | "rest") =>
    parts.reduce((total, { points }) => total + Math.round(points[part] * 10), 0) / 10;
  return { done: sum("done"), planned: sum("planned"), notDone: sum("notDone"), rest: sum("rest") };
}
