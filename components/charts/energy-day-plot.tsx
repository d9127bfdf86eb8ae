"use client";

import { useId, useState } from "react";
import {
  Area,
  CartesianGrid,
  ComposedChart,
  Line,
  ReferenceArea,
  ResponsiveContainer,
  Tooltip,
  XAxis,
  YAxis,
} from "recharts";
import { formatKwh } from "@/lib/format/format-energy";
import { formatTime } from "@/lib/format/format-instant";
import { formatNumber } from "@/lib/format/format-number";
import type { EnergyDayStep, ReadableEnergyDay } from "@/lib/format/read-energy-day";
import { roundEnergyFlows } from "@/lib/format/round-energy-flows";
import { AXIS_TEXT, PLOT_MARGIN, VALUE_AXIS } from "./chart-layout";
import { ChartTooltip } from "./chart-tooltip";
import { toDayPoints } from "./day-points";
import { ENERGY_MARKS } from "./energy-colors";
import { EnergyPatterns } from "./energy-patterns";

type EnergyDayPlotProps = { day: ReadableEnergyDay; stepMinutes: number; height: number; label: string };

const NARROW = 520; // px
const HOUR_MS = 3_600_000;
// The colours of two fills are closer to each other than to the page: a thin line of the page parts them.
const EDGE = { stroke: "var(--chart-surface)", strokeWidth: 1.5 } as const;
const CURVE = { type: "step", dot: false, activeDot: false, isAnimationActive: false } as const;

/** The drawing of EnergyDayChart, loaded after the page. */
export function EnergyDayPlot({ day, stepMinutes, height, label }: EnergyDayPlotProps) {
  const prefix = useId();
  const [isNarrow, setIsNarrow] = useState(false);
  const { steps, missingRuns } = day;
  const startMs = steps[0]?.startMs ?? 0;
  const endMs = steps.at(-1)?.endMs ?? 0;
  return (
    <ResponsiveContainer width="100%" height={height} onResize={(width) => setIsNarrow(width < NARROW)}>
      <ComposedChart data={toDayPoints(steps)} margin={PLOT_MARGIN} aria-label={label}>
        <defs>
          <EnergyPatterns prefix={prefix} />
        </defs>
        <CartesianGrid vertical={false} stroke="var(--chart-grid)" />
        <XAxis
          dataKey="ms"
          type="number"
          domain={[startMs, endMs]}
          ticks={hourTicks(startMs, endMs, isNarrow ? 6 : 3)}
          tickFormatter={(ms: number) => (ms === endMs ? "24 h" : `${localHour(ms)} h`)}
          tick={AXIS_TEXT}
          stroke="var(--chart-axis)"
          interval={0}
        />
        <YAxis
          {...VALUE_AXIS}
          tickFormatter={(kwh: number) => formatNumber(kwh, { maxDecimals: 2 })}
          label={{ ...VALUE_AXIS.label, value: `kWh par pas de ${stepMinutes} min` }}
        />
        {missingRuns.map((run) => (
          <ReferenceArea
            key={run.startMs}
            x1={run.startMs}
            x2={run.endMs}
            fill={`url(#${prefix}-missing)`}
            fillOpacity={1}
          />
        ))}
        <Area {...CURVE} dataKey="selfConsumed" {...EDGE} fill={ENERGY_MARKS.selfConsumed.color} fillOpacity={1} />
        <Area {...CURVE} dataKey="complement" stroke="none" fill={ENERGY_MARKS.complement.color} fillOpacity={1} />
        <Area {...CURVE} dataKey="surplus" stroke="none" fill={`url(#${prefix}-surplus)`} fillOpacity={1} />
        <Line
          {...CURVE}
          dataKey="withdrawal"
          stroke={ENERGY_MARKS.withdrawal.color}
          strokeWidth={2}
          strokeDasharray="5 3"
        />
        <Line {...CURVE} dataKey="production" stroke={ENERGY_MARKS.production.color} strokeWidth={3} />
        <Tooltip
          isAnimationActive={false}
          cursor={{ stroke: "var(--chart-axis)" }}
          content={({ active, payload }) => {
            const step: EnergyDayStep | undefined = active ? payload[0]?.payload.step : undefined;
            return (
              step && (
                <ChartTooltip
                  title={step.label}
                  valuesWh={roundEnergyFlows(step, 10)}
                  format={(wh) => formatKwh(wh, 2)}
                />
              )
            );
          }}
        />
      </ComposedChart>
    </ResponsiveContainer>
  );
}

/** Every third or sixth hour of the clock of Paris, and the end of the day. */
function hourTicks(startMs: number, endMs: number, everyHours: number): number[] {
  const ticks: number[] = [];
  for (let ms = startMs; ms < endMs; ms += HOUR_MS) {
    if (localHour(ms) % everyHours === 0) ticks.push(ms);
  }
  return [...ticks, endMs];
}

function localHour(ms: number): number {
  return Number(formatTime(ms).slice(0, 2));
}
