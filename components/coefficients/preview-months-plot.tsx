"use client";

import { Bar, CartesianGrid, ComposedChart, Line, ResponsiveContainer, Tooltip, XAxis, YAxis } from "recharts";
import { AXIS_TEXT, PLOT_MARGIN, VALUE_AXIS } from "@/components/charts/chart-layout";
import { ENERGY_MARKS } from "@/components/charts/energy-colors";
import { formatMonth, formatShortMonth } from "@/lib/format/format-date";
import { type EnergyUnit, formatEnergy, toEnergyUnit } from "@/lib/format/format-energy";
import { formatNumber } from "@/lib/format/format-number";
import type { CoefficientPreview } from "@/lib/schemas/api/coefficient-preview";
import styles from "./key-preview.module.css";

type Month = CoefficientPreview["months"][number];

type PreviewMonthsPlotProps = { months: readonly Month[]; unit: EnergyUnit; label: string };

const HEIGHT = 240; // px
const BAR = { isAnimationActive: false, maxBarSize: 18 } as const;

/** The drawing of PreviewMonths, loaded after the page. */
export function PreviewMonthsPlot({ months, unit, label }: PreviewMonthsPlotProps) {
  const points = months.map((month) => ({
    from: month.from,
    source: month,
    tried: toEnergyUnit(month.triedWh, unit),
    inForce: toEnergyUnit(month.inForceWh, unit),
    bound: toEnergyUnit(month.boundWh, unit),
  }));
  return (
    <ResponsiveContainer width="100%" height={HEIGHT}>
      <ComposedChart data={points} margin={PLOT_MARGIN} aria-label={label} barGap={1} barCategoryGap="18%">
        <CartesianGrid vertical={false} stroke="var(--chart-grid)" />
        <XAxis
          dataKey="from"
          tickFormatter={(from: string) => formatShortMonth(from)}
          tick={AXIS_TEXT}
          stroke="var(--chart-axis)"
          minTickGap={8}
        />
        <YAxis
          {...VALUE_AXIS}
          tickFormatter={(energy: number) => formatNumber(energy, { maxDecimals: 2 })}
          label={{ ...VALUE_AXIS.label, value: `${unit} par mois` }}
        />
        <Bar {...BAR} dataKey="tried" fill={ENERGY_MARKS.selfConsumed.color} />
        <Bar {...BAR} dataKey="inForce" fill={ENERGY_MARKS.complement.color} stroke="var(--chart-axis)" />
        <Line
          dataKey="bound"
          stroke={ENERGY_MARKS.production.color}
          strokeDasharray="5 3"
          strokeWidth={2}
          dot={false}
          isAnimationActive={false}
        />
        <Tooltip
          isAnimationActive={false}
          cursor={{ fill: "var(--chart-grid)", fillOpacity: 0.5 }}
          content={({ active, payload }) => {
            const month: Month | undefined = active ? payload[0]?.payload.source : undefined;
            return month && <MonthTooltip month={month} unit={unit} />;
          }}
        />
      </ComposedChart>
    </ResponsiveContainer>
  );
}

function MonthTooltip({ month, unit }: { month: Month; unit: EnergyUnit }) {
  return (
    <dl className={styles.tooltip}>
      <dt>Mois</dt>
      <dd>{formatMonth(month.from)}</dd>
      <dt>Clé essayée</dt>
      <dd>{formatEnergy(month.triedWh, unit)}</dd>
      <dt>Clé en vigueur</dt>
      <dd>{formatEnergy(month.inForceWh, unit)}</dd>
      <dt>Meilleur possible</dt>
      <dd>{formatEnergy(month.boundWh, unit)}</dd>
    </dl>
  );
}
