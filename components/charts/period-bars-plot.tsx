"use client";

import type { Route } from "next";
import { useRouter } from "next/navigation";
import { useId } from "react";
import { Bar, BarChart, CartesianGrid, ReferenceArea, ResponsiveContainer, Tooltip, XAxis, YAxis } from "recharts";
import { formatDay, formatLongDay } from "@/lib/format/format-date";
import { type EnergyUnit, formatEnergy, toEnergyUnit } from "@/lib/format/format-energy";
import { formatNumber } from "@/lib/format/format-number";
import { type EnergyFlows, roundEnergyFlows } from "@/lib/format/round-energy-flows";
import { AXIS_TEXT, PLOT_MARGIN, VALUE_AXIS } from "./chart-layout";
import { ChartTooltip } from "./chart-tooltip";
import { ENERGY_MARKS } from "./energy-colors";
import { EnergyPatterns } from "./energy-patterns";
import type { PeriodDay } from "./period-bars";

type PeriodBarsPlotProps = {
  days: readonly PeriodDay[];
  unit: EnergyUnit;
  height: number;
  label: string;
  dayHref: string | undefined;
};

const BAR = { isAnimationActive: false, maxBarSize: 18 } as const;

/** The drawing of PeriodBars, loaded after the page. */
export function PeriodBarsPlot({ days, unit, height, label, dayHref }: PeriodBarsPlotProps) {
  const prefix = useId();
  const router = useRouter();
  const points = days.map((day) => ({
    day: day.day,
    source: day,
    selfConsumed: toEnergyUnit(day.selfConsumedWh, unit),
    surplus: toEnergyUnit(day.surplusWh, unit),
    complement: toEnergyUnit(day.complementWh, unit),
  }));
  const missing = points.filter((p) => p.selfConsumed === null || p.surplus === null || p.complement === null);
  return (
    <ResponsiveContainer width="100%" height={height}>
      <BarChart
        data={points}
        margin={PLOT_MARGIN}
        aria-label={label}
        barGap={1}
        barCategoryGap="18%"
        onClick={({ activeLabel }) => {
          if (dayHref && activeLabel) router.push(dayHref.replace("{jour}", String(activeLabel)) as Route);
        }}
      >
        <defs>
          <EnergyPatterns prefix={prefix} />
        </defs>
        <CartesianGrid vertical={false} stroke="var(--chart-grid)" />
        <XAxis
          dataKey="day"
          tickFormatter={(day: string) => formatDay(day).slice(0, 5)}
          tick={AXIS_TEXT}
          stroke="var(--chart-axis)"
          minTickGap={12}
        />
        <YAxis
          {...VALUE_AXIS}
          tickFormatter={(energy: number) => formatNumber(energy, { maxDecimals: 2 })}
          label={{ ...VALUE_AXIS.label, value: `${unit} par jour` }}
        />
        {missing.map(({ day }) => (
          <ReferenceArea key={day} x1={day} x2={day} fill={`url(#${prefix}-missing)`} fillOpacity={1} />
        ))}
        <Bar {...BAR} dataKey="selfConsumed" stackId="production" fill={ENERGY_MARKS.selfConsumed.color} />
        <Bar
          {...BAR}
          dataKey="surplus"
          stackId="production"
          fill={`url(#${prefix}-surplus)`}
          stroke="var(--energy-surplus-hatch)"
        />
        <Bar {...BAR} dataKey="selfConsumed" stackId="withdrawal" fill={ENERGY_MARKS.selfConsumed.color} />
        <Bar
          {...BAR}
          dataKey="complement"
          stackId="withdrawal"
          fill={ENERGY_MARKS.complement.color}
          stroke="var(--chart-axis)"
        />
        <Tooltip
          isAnimationActive={false}
          cursor={{ fill: "var(--chart-grid)", fillOpacity: 0.5 }}
          content={({ active, payload }) => {
            const day: PeriodDay | undefined = active ? payload[0]?.payload.source : undefined;
            return (
              day && (
                <ChartTooltip
                  title={formatLongDay(day.day)}
                  valuesWh={roundEnergyFlows(toFlows(day), unit === "kWh" ? 100 : 1e5)}
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

function toFlows({ selfConsumedWh, surplusWh, complementWh }: PeriodDay): EnergyFlows {
  const onShared = (energyWh: number | null) =>
    selfConsumedWh === null || energyWh === null ? null : selfConsumedWh + energyWh;
  return {
    production: onShared(surplusWh),
    withdrawal: onShared(complementWh),
    selfConsumed: selfConsumedWh,
    surplus: surplusWh,
    complement: complementWh,
  };
}
