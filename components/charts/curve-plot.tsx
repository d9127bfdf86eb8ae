"use client";

import { useElementSize } from "@mantine/hooks";
import { useId, useMemo, useState } from "react";
import styles from "./curve-chart.module.css";
import { bandPath, type Run, stairsPath } from "./curve-paths";
import type { CurvePlotData, PlotCurve, TimeWindow } from "./curve-plot-data";
import { listStretches } from "./curve-stretches";
import { CurveTooltip } from "./curve-tooltip";
import { EnergyPatterns } from "./energy-patterns";
import { PlotAxes } from "./plot-axes";
import { linearScale, PLOT_BOX, valueTicks } from "./plot-scale";
import { timeTicks } from "./time-ticks";
import { useCurveCursor } from "./use-curve-cursor";

const TICK_WIDTH = 96; // px
const RIBBON = { gap: 3, height: 7 } as const; // px
/** Above so many curves, bands hide each other. */
const MAX_BANDS = 4;

type CurvePlotProps = {
  data: CurvePlotData;
  /** What is shown of the data. */
  window: TimeWindow;
  height: number;
  label: string;
  onZoom?: ((window: TimeWindow) => void) | undefined;
};

/** The drawing of CurveChart: plain SVG paths, so that 1 500 stretches of twenty curves are redrawn at once. */
export function CurvePlot({ data, window, height, label, onZoom }: CurvePlotProps) {
  const { ref, width } = useElementSize();
  const prefix = useId();
  const [selection, setSelection] = useState<readonly [number, number] | null>(null);
  const box = { left: PLOT_BOX.left, right: Math.max(PLOT_BOX.left + 1, width - PLOT_BOX.right) };
  const bottom = height - PLOT_BOX.bottom;
  const ticks = useMemo(() => valueTicks(highestW(data) / 1000), [data]);
  const toX = linearScale([window.startMs, window.endMs], [box.left, box.right]);
  const toMs = linearScale([box.left, box.right], [window.startMs, window.endMs]);
  const cursor = useCurveCursor({ data, window, label, toMs, onZoom, onSelect: setSelection });

  return (
    <div ref={ref} className={styles.frame} style={{ height }}>
      {width > 0 && (
        <>
          <div className={styles.surface} {...cursor.handlers}>
            <svg width={width} height={height} aria-hidden="true" focusable="false">
              <defs>
                <EnergyPatterns prefix={prefix} />
                <clipPath id={`${prefix}-clip`}>
                  <rect x={box.left} y={0} width={box.right - box.left} height={height} />
                </clipPath>
              </defs>
              <PlotAxes
                box={{ ...box, top: PLOT_BOX.top, bottom }}
                valueTicks={ticks}
                valueLabel="kW"
                ticks={timeTicks(window.startMs, window.endMs, (box.right - box.left) / TICK_WIDTH)}
                toX={toX}
              />
              <g clipPath={`url(#${prefix}-clip)`}>
                <Curves
                  data={data}
                  window={window}
                  width={width}
                  height={height}
                  maxKw={ticks.at(-1) ?? 1}
                  prefix={prefix}
                />
              </g>
              {selection && (
                <rect
                  x={Math.min(...selection)}
                  y={PLOT_BOX.top}
                  width={Math.abs(selection[1] - selection[0])}
                  height={bottom - PLOT_BOX.top}
                  className={styles.selection}
                />
              )}
              {cursor.index !== null && (
                <Cursor data={data} index={cursor.index} toX={toX} top={PLOT_BOX.top} bottom={bottom} />
              )}
            </svg>
          </div>
          {cursor.index !== null && selection === null && (
            <CurveTooltip data={data} index={cursor.index} x={middleX(data, cursor.index, toX)} width={width} />
          )}
        </>
      )}
    </div>
  );
}

type CurvesProps = {
  data: CurvePlotData;
  window: TimeWindow;
  width: number;
  height: number;
  maxKw: number;
  prefix: string;
};

/** Built anew for other data, another window or another width; not when the pointer moves. */
function Curves({ data, window, width, height, maxKw, prefix }: CurvesProps) {
  const drawn = useMemo(() => {
    const right = Math.max(PLOT_BOX.left + 1, width - PLOT_BOX.right);
    const toX = linearScale([window.startMs, window.endMs], [PLOT_BOX.left, right]);
    const bottom = height - PLOT_BOX.bottom;
    const toY = linearScale([0, maxKw * 1000], [bottom, PLOT_BOX.top]);
    const edges = Float64Array.from([...data.startsMs, data.endMs], toX);
    const rects = (runs: readonly Run[], top: number, tall: number, fill: string) =>
      runs.map(({ start, end }) => (
        <rect
          key={start}
          x={edges[start]}
          y={top}
          width={Math.max(1, (edges[end] as number) - (edges[start] as number))}
          height={tall}
          fill={fill}
        />
      ));
    const { unknown, missing, corrected, manual } = listStretches(data);
    const hatch = `url(#${prefix}-missing)`;
    const ribbonTop = bottom + RIBBON.gap;
    const hasBands = data.curves.length <= MAX_BANDS;
    return (
      <>
        {rects(unknown, PLOT_BOX.top, bottom - PLOT_BOX.top, hatch)}
        {rects(corrected, ribbonTop, RIBBON.height, "var(--measure-copied)")}
        {rects(manual, ribbonTop, RIBBON.height, "var(--measure-manual)")}
        {rects(missing, ribbonTop, RIBBON.height, hatch)}
        {data.curves.map(({ id, color, band }) =>
          band && hasBands ? (
            <path key={id} d={bandPath(band.minW, band.maxW, edges, toY)} fill={color} fillOpacity={0.16} />
          ) : null,
        )}
        {data.curves.flatMap((curve) =>
          linesOf(curve).map(({ key, values, dash, opacity, width: strokeWidth }) => (
            <path
              key={key}
              d={stairsPath(values, edges, toY)}
              fill="none"
              stroke={curve.color}
              strokeWidth={strokeWidth}
              strokeDasharray={dash}
              strokeOpacity={opacity}
            />
          )),
        )}
      </>
    );
  }, [data, window, width, height, maxKw, prefix]);
  return drawn;
}

/** What a curve is drawn with: itself, what is known of it, and the period it is compared with. */
function linesOf({ id, meanW, partialW, otherW, dash }: PlotCurve) {
  const itself = { key: id, values: meanW, dash, opacity: 1, width: 1.75 };
  const lines = [itself];
  if (otherW) lines.unshift({ ...itself, key: `${id}-other`, values: otherW, dash: "6 4", opacity: 0.75 });
  if (partialW) lines.push({ ...itself, key: `${id}-partial`, values: partialW, dash: "1 4", width: 2 });
  return lines;
}

function Cursor({
  data,
  index,
  toX,
  top,
  bottom,
}: {
  data: CurvePlotData;
  index: number;
  toX: (ms: number) => number;
  top: number;
  bottom: number;
}) {
  const x = middleX(data, index, toX);
  return <line x1={x} x2={x} y1={top} y2={bottom} stroke="var(--chart-axis)" />;
}

function middleX({ startsMs, endMs }: CurvePlotData, index: number, toX: (ms: number) => number): number {
  return (toX(startsMs[index] ?? endMs) + toX(startsMs[index + 1] ?? endMs)) / 2;
}

function highestW({ curves }: CurvePlotData): number {
  let highest = 0;
  const hasBands = curves.length <= MAX_BANDS;
  for (const { meanW, band, partialW, otherW } of curves) {
    for (const values of [meanW, hasBands ? band?.maxW : null, partialW, otherW]) {
      for (const value of values ?? []) if (value !== null && value > highest) highest = value;
    }
  }
  return highest;
}
