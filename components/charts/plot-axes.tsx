import { formatNumber } from "@/lib/format/format-number";
import { AXIS_TEXT } from "./chart-layout";
import { linearScale } from "./plot-scale";

type PlotAxesProps = {
  box: { readonly left: number; readonly right: number; readonly top: number; readonly bottom: number };
  /** From zero. */
  valueTicks: readonly number[];
  /** Unit of the values. */
  valueLabel: string;
  ticks: readonly { readonly ms: number; readonly label: string }[];
  toX: (value: number) => number;
};

const TICK_GAP = 24; // px, under the axis

/** Lines of the values, and what stands under the axis. */
export function PlotAxes({ box, valueTicks, valueLabel, ticks, toX }: PlotAxesProps) {
  const toY = linearScale([0, valueTicks.at(-1) ?? 1], [box.bottom, box.top]);
  return (
    <g>
      {valueTicks.map((value) => (
        <g key={value}>
          <line x1={box.left} x2={box.right} y1={toY(value)} y2={toY(value)} stroke="var(--chart-grid)" />
          <text {...AXIS_TEXT} x={box.left - 8} y={toY(value) + 4} textAnchor="end">
            {formatNumber(value, { maxDecimals: 3 })}
          </text>
        </g>
      ))}
      <text {...AXIS_TEXT} textAnchor="middle" transform={`translate(14 ${(box.top + box.bottom) / 2}) rotate(-90)`}>
        {valueLabel}
      </text>
      <line x1={box.left} x2={box.right} y1={box.bottom} y2={box.bottom} stroke="var(--chart-axis)" />
      {ticks.map(({ ms, label }) => (
        <g key={ms}>
          <line x1={toX(ms)} x2={toX(ms)} y1={box.bottom} y2={box.bottom + 5} stroke="var(--chart-axis)" />
          <text {...AXIS_TEXT} x={toX(ms)} y={box.bottom + TICK_GAP} textAnchor={anchorOf(toX(ms), box)}>
            {label}
          </text>
        </g>
      ))}
    </g>
  );
}

// At the edges a label stays inside the drawing.
function anchorOf(x: number, { left, right }: PlotAxesProps["box"]): "start" | "middle" | "end" {
  if (x < left + 20) return "start";
  return x > right - 20 ? "end" : "middle";
}
