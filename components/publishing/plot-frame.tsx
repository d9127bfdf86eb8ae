import type { ReactNode } from "react";
import styles from "./publishing.module.css";

/** The inner size of a plot; its drawing shrinks to the page. */
export const PLOT = { width: 380, height: 180 } as const;

const MARGIN = { top: 18, right: 14, bottom: 20, left: 40 } as const;

type PlotFrameProps = {
  /** What it shows, in words: the figures stand in a table beside it. */
  label: string;
  /** What the top and the middle of the axis are worth. */
  highest: string;
  half: string;
  unit: string;
  ticks: readonly { readonly x: number; readonly text: string }[];
  children: ReactNode;
};

/** The axes of a plot that the server draws. */
export function PlotFrame({ label, highest, half, unit, ticks, children }: PlotFrameProps) {
  const lines = [
    { y: 0, text: highest },
    { y: PLOT.height / 2, text: half },
    { y: PLOT.height, text: "0" },
  ];
  return (
    <svg
      role="img"
      aria-label={label}
      className={styles.plot}
      viewBox={`0 0 ${PLOT.width + MARGIN.left + MARGIN.right} ${PLOT.height + MARGIN.top + MARGIN.bottom}`}
    >
      <g transform={`translate(${MARGIN.left} ${MARGIN.top})`} fontSize={10} fill="var(--chart-axis)">
        <text x={-MARGIN.left} y={-8}>
          {unit}
        </text>
        {lines.map(({ y, text }) => (
          <g key={y}>
            <path d={`M0 ${y}H${PLOT.width}`} stroke="var(--chart-grid)" />
            <text x={-6} y={y + 3} textAnchor="end">
              {text}
            </text>
          </g>
        ))}
        {children}
        {ticks.map(({ x, text }) => (
          <text key={x} x={x} y={PLOT.height + 14} textAnchor="middle">
            {text}
          </text>
        ))}
      </g>
    </svg>
  );
}
