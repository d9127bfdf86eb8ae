"use client";

import type { Route } from "next";
import { useRouter } from "next/navigation";
import { useId } from "react";
import {
  Bar,
  CartesianGrid,
  ComposedChart,
  Line,
  ReferenceArea,
  ResponsiveContainer,
  Tooltip,
  XAxis,
  YAxis,
} from "recharts";
import { AXIS_TEXT, PLOT_MARGIN, VALUE_AXIS } from "@/components/charts/chart-layout";
import { ENERGY_MARKS } from "@/components/charts/energy-colors";
import { EnergyPatterns } from "@/components/charts/energy-patterns";
import { type EnergyUnit, toEnergyUnit } from "@/lib/format/format-energy";
import { formatNumber } from "@/lib/format/format-number";
import { BAR_WORDS, type BarKind, type BarMonth } from "./bar-month";
import { FORECAST_MARK, LAST_YEAR_MARK } from "./month-marks";
import { MonthTooltip } from "./month-tooltip";

type MonthBarsPlotProps = {
  kind: BarKind;
  months: readonly BarMonth[];
  unit: EnergyUnit;
  height: number;
  label: string;
};

const BAR = { isAnimationActive: false, maxBarSize: 36 } as const;
const OUTLINE = { isAnimationActive: false, maxBarSize: 46, xAxisId: "outline" } as const;

/** The drawing of MonthBars, loaded after the page. */
export function MonthBarsPlot({ kind, months, unit, height, label }: MonthBarsPlotProps) {
  const prefix = useId();
  const router = useRouter();
  const { restFlow } = BAR_WORDS[kind];
  const points = months.map((month) => ({
    id: month.id,
    source: month,
    selfConsumed: toEnergyUnit(month.selfConsumedWh, unit),
    rest:
      month.wholeWh === null || month.selfConsumedWh === null
        ? null
        : toEnergyUnit(month.wholeWh - month.selfConsumedWh, unit),
    lastYear: toEnergyUnit(month.lastYearWh, unit),
    forecast: toEnergyUnit(month.forecastWh, unit),
  }));
  const shortNames = new Map(months.map(({ id, shortName }) => [id, shortName]));
  return (
    <ResponsiveContainer width="100%" height={height}>
      <ComposedChart
        data={points}
        margin={PLOT_MARGIN}
        aria-label={label}
        barCategoryGap="22%"
        onClick={({ activeLabel }) => {
          const href = months.find(({ id }) => id === activeLabel)?.href;
          if (href) router.push(href as Route);
        }}
      >
        <defs>
          <EnergyPatterns prefix={prefix} />
        </defs>
        <CartesianGrid vertical={false} stroke="var(--chart-grid)" />
        <XAxis
          dataKey="id"
          tickFormatter={(id: string) => shortNames.get(id) ?? ""}
          tick={AXIS_TEXT}
          stroke="var(--chart-axis)"
          minTickGap={12}
        />
        <XAxis dataKey="id" xAxisId="outline" hide />
        <YAxis
          {...VALUE_AXIS}
          tickFormatter={(energy: number) => formatNumber(energy, { maxDecimals: 2 })}
          label={{ ...VALUE_AXIS.label, value: `${unit} par mois` }}
        />
        {points
          .filter(({ selfConsumed }) => selfConsumed === null)
          .map(({ id }) => (
            <ReferenceArea key={id} x1={id} x2={id} fill={`url(#${prefix}-missing)`} fillOpacity={1} />
          ))}
        <Bar {...BAR} dataKey="selfConsumed" stackId="whole" fill={ENERGY_MARKS.selfConsumed.color} />
        <Bar
          {...BAR}
          dataKey="rest"
          stackId="whole"
          fill={restFlow === "surplus" ? `url(#${prefix}-surplus)` : ENERGY_MARKS.complement.color}
          stroke={restFlow === "surplus" ? "var(--energy-surplus-hatch)" : "var(--chart-axis)"}
        />
        <Bar {...OUTLINE} dataKey="lastYear" {...LAST_YEAR_MARK} />
        <Line
          dataKey="forecast"
          stroke="none"
          isAnimationActive={false}
          dot={({ key, cx, cy }) => <ForecastDot key={key} cx={cx} cy={cy} />}
          activeDot={false}
        />
        <Tooltip
          isAnimationActive={false}
          cursor={{ fill: "var(--chart-grid)", fillOpacity: 0.5 }}
          content={({ active, payload }) => {
            const month: BarMonth | undefined = active ? payload[0]?.payload.source : undefined;
            return month && <MonthTooltip kind={kind} month={month} unit={unit} />;
          }}
        />
      </ComposedChart>
    </ResponsiveContainer>
  );
}

const HALF_WIDTH = 11; // px
const HALF_DIAMOND = 4; // px

function ForecastDot({ cx, cy }: { cx?: number | undefined; cy?: number | undefined }) {
  if (cx === undefined || cy === undefined || !Number.isFinite(cy)) return null;
  return (
    <g>
      <path d={`M${cx - HALF_WIDTH} ${cy}h${2 * HALF_WIDTH}`} {...FORECAST_MARK.line} />
      <path
        d={`M${cx} ${cy - HALF_DIAMOND}l${HALF_DIAMOND} ${HALF_DIAMOND}l${-HALF_DIAMOND} ${HALF_DIAMOND}l${-HALF_DIAMOND} ${-HALF_DIAMOND}z`}
        {...FORECAST_MARK.diamond}
      />
    </g>
  );
}
