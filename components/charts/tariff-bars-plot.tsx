"use client";

import { useId } from "react";
import { Bar, BarChart, CartesianGrid, ResponsiveContainer, Tooltip, XAxis, YAxis } from "recharts";
import { type EnergyUnit, formatEnergy, toEnergyUnit } from "@/lib/format/format-energy";
import { formatNumber } from "@/lib/format/format-number";
import { roundEnergyFlows } from "@/lib/format/round-energy-flows";
import { AXIS_TEXT, PLOT_MARGIN, VALUE_AXIS } from "./chart-layout";
import { ChartTooltip } from "./chart-tooltip";
import { ENERGY_MARKS } from "./energy-colors";
import { EnergyPatterns } from "./energy-patterns";
import type { TariffBar } from "./tariff-bars";

type TariffBarsPlotProps = { bars: readonly TariffBar[]; unit: EnergyUnit; height: number; label: string };

const BAR = { isAnimationActive: false, maxBarSize: 64, stackId: "withdrawal" } as const;

/** The drawing of TariffBars, loaded after the page. */
export function TariffBarsPlot({ bars, unit, height, label }: TariffBarsPlotProps) {
  const prefix = useId();
  const points = bars.map((bar) => ({
    label: bar.label,
    source: bar,
    selfConsumed: toEnergyUnit(bar.selfConsumedWh, unit),
    complement: toEnergyUnit(bar.complementWh, unit),
  }));
  return (
    <ResponsiveContainer width="100%" height={height}>
      <BarChart data={points} margin={PLOT_MARGIN} aria-label={label} barCategoryGap="24%">
        <defs>
          <EnergyPatterns prefix={prefix} />
        </defs>
        <CartesianGrid vertical={false} stroke="var(--chart-grid)" />
        <XAxis dataKey="label" tick={WordsTick} stroke="var(--chart-axis)" interval={0} height={TICK_HEIGHT} />
        <YAxis
          {...VALUE_AXIS}
          tickFormatter={(energy: number) => formatNumber(energy, { maxDecimals: 2 })}
          label={{ ...VALUE_AXIS.label, value: unit }}
        />
        <Bar {...BAR} dataKey="selfConsumed" fill={ENERGY_MARKS.selfConsumed.color} />
        <Bar {...BAR} dataKey="complement" fill={ENERGY_MARKS.complement.color} stroke="var(--chart-axis)" />
        <Tooltip
          isAnimationActive={false}
          cursor={{ fill: "var(--chart-grid)", fillOpacity: 0.5 }}
          content={({ active, payload }) => {
            const bar: TariffBar | undefined = active ? payload[0]?.payload.source : undefined;
            return (
              bar && (
                <ChartTooltip
                  title={`${bar.label} : ${bar.words}`}
                  valuesWh={flowsOf(bar, unit)}
                  format={(wh) => formatEnergy(wh, unit)}
                />
              )
            );
          }}
        />
      </BarChart>
    </ResponsiveContainer>
  );
}

const TICK_HEIGHT = 44; // px, two lines

type TickProps = { x: number | string; y: number | string; payload: { value: string } };

/** A word a line: on a telephone the names of six bars would run into each other. */
function WordsTick({ x, y, payload }: TickProps) {
  return (
    <text {...AXIS_TEXT} x={x} y={y} textAnchor="middle">
      {payload.value.split(" ").map((word) => (
        <tspan key={word} x={x} dy="1.1em">
          {word}
        </tspan>
      ))}
    </text>
  );
}

function flowsOf({ withdrawalWh, selfConsumedWh, complementWh }: TariffBar, unit: EnergyUnit) {
  const all = { production: null, surplus: null, withdrawal: withdrawalWh, selfConsumed: selfConsumedWh };
  const rounded = roundEnergyFlows({ ...all, complement: complementWh }, unit === "kWh" ? 100 : 1e5);
  return { withdrawal: rounded.withdrawal, selfConsumed: rounded.selfConsumed, complement: rounded.complement };
}
