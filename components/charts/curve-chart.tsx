"use client";

import { Button } from "@mantine/core";
import dynamic from "next/dynamic";
import { useMemo } from "react";
import { formatCount } from "@/lib/format/format-number";
import { ChartFigure } from "./chart-figure";
import { PLOT_HEIGHT } from "./chart-layout";
import { ChartSkeleton } from "./chart-skeleton";
import styles from "./curve-chart.module.css";
import { CurveLegend } from "./curve-legend";
import type { CurvePlotData, TimeWindow } from "./curve-plot-data";
import { curveTableColumns, curveTableRows } from "./curve-table";
import { moveWindow, zoomWindow } from "./zoom-window";

const CurvePlot = dynamic(() => import("./curve-plot").then((module) => module.CurvePlot), {
  ssr: false,
  loading: () => <ChartSkeleton />,
});

export type CurveChartProps = {
  data: CurvePlotData;
  title: string;
  /** The period, in words. */
  subtitle: string;
  /** Without extension. */
  fileName: string;
  /** What is shown of the data while finer ones are on their way; all of it by default. */
  window?: TimeWindow;
  /** Given, the plot can be zoomed: by its buttons, by dragging over it, by the keyboard. */
  onZoom?: (window: TimeWindow) => void;
};

/** Curves of power along the time, each with its extremes, what was corrected and what is missing. */
export function CurveChart({ data, title, subtitle, fileName, window, onZoom }: CurveChartProps) {
  const whole = useMemo(() => ({ startMs: data.startsMs[0] ?? data.endMs, endMs: data.endMs }), [data]);
  const shown = window ?? whole;
  const columns = useMemo(() => curveTableColumns(data), [data]);
  const rows = useMemo(() => curveTableRows(data), [data]);
  const keys = onZoom ? " Plus et moins pour zoomer, majuscule et flèches pour avancer ou reculer." : "";
  return (
    <ChartFigure
      title={title}
      subtitle={subtitle}
      legend={<CurveLegend data={data} />}
      note={noteOf(data)}
      columns={columns}
      rows={rows}
      fileName={fileName}
    >
      {onZoom && <ZoomButtons window={shown} onZoom={onZoom} />}
      <CurvePlot
        data={data}
        window={shown}
        height={PLOT_HEIGHT}
        label={`${title}, ${subtitle}. Flèches gauche et droite pour lire les valeurs.${keys}`}
        onZoom={onZoom}
      />
    </ChartFigure>
  );
}

function ZoomButtons({ window, onZoom }: { window: TimeWindow; onZoom: (window: TimeWindow) => void }) {
  const buttons = [
    { label: "Reculer", window: moveWindow(window, -0.5) },
    { label: "Zoomer", window: zoomWindow(window, 0.5, null) },
    { label: "Dézoomer", window: zoomWindow(window, 2, null) },
    { label: "Avancer", window: moveWindow(window, 0.5) },
  ];
  return (
    <div className={styles.tools} data-no-print>
      {buttons.map(({ label, window: next }) => (
        <Button key={label} variant="default" size="compact-sm" onClick={() => onZoom(next)}>
          {label}
        </Button>
      ))}
    </div>
  );
}

function noteOf({ curves, isByStep }: CurvePlotData): string | undefined {
  const hasPartial = curves.some(({ partialW }) => partialW !== null);
  const sentences = [
    !isByStep && curves.length <= 4 && "Le trait est la moyenne ; la bande va du pas le plus bas au plus haut.",
    hasPartial && "En pointillé fin : la somme de ce qui est connu, quand il manque un point de mesure.",
    curves.length > 8 && `${formatCount(curves.length, "courbe", "courbes")} : le tableau les sépare mieux.`,
  ];
  return sentences.filter(Boolean).join(" ") || undefined;
}
