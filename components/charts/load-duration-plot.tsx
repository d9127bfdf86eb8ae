"use client";

import { useElementSize } from "@mantine/hooks";
import { formatNumber } from "@/lib/format/format-number";
import styles from "./curve-chart.module.css";
import { stairsPath } from "./curve-paths";
import type { LoadDuration } from "./load-duration-chart";
import { PlotAxes } from "./plot-axes";
import { linearScale, PLOT_BOX, valueTicks } from "./plot-scale";

const TICK_WIDTH = 90; // px

/** The drawing of LoadDurationChart, loaded after the page. */
export function LoadDurationPlot({
  curves,
  height,
  label,
}: {
  curves: readonly LoadDuration[];
  height: number;
  label: string;
}) {
  const { ref, width } = useElementSize();
  const right = Math.max(PLOT_BOX.left + 1, width - PLOT_BOX.right);
  const box = { left: PLOT_BOX.left, right, top: PLOT_BOX.top, bottom: height - PLOT_BOX.bottom };
  const hours = Math.max(1, ...curves.map(({ toHours }) => toHours.at(-1) ?? 0));
  const powers = valueTicks(Math.max(0, ...curves.map(({ powersW }) => powersW[0] ?? 0)) / 1000);
  const toX = linearScale([0, hours], [box.left, box.right]);
  const toY = linearScale([0, (powers.at(-1) ?? 1) * 1000], [box.bottom, box.top]);
  const ticks = valueTicks(hours, Math.max(2, Math.min(8, Math.floor(width / TICK_WIDTH))))
    .filter((tick) => tick <= hours)
    .map((tick) => ({ ms: tick, label: `${formatNumber(tick, { maxDecimals: 1 })}\u00a0h` }));
  return (
    <div ref={ref} className={styles.frame} style={{ height }}>
      {width > 0 && (
        <svg width={width} height={height} role="img" aria-label={label}>
          <PlotAxes box={box} valueTicks={powers} valueLabel="kW" ticks={ticks} toX={toX} />
          {curves.map(({ id, color, dash, powersW, toHours }) => (
            <path
              key={id}
              d={stairsPath(powersW, [0, ...toHours].map(toX), toY)}
              fill="none"
              stroke={color}
              strokeWidth={1.75}
              strokeDasharray={dash}
            />
          ))}
        </svg>
      )}
    </div>
  );
}
