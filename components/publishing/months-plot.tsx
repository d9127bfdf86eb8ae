import { ENERGY_MARKS } from "@/components/charts/energy-colors";
import { EnergyPatterns } from "@/components/charts/energy-patterns";
import type { PublicMonth } from "@/lib/domain/publishing/public-figures";
import { formatShortMonth } from "@/lib/format/format-date";
import type { EnergyUnit } from "@/lib/format/format-energy";
import { toEnergyUnit } from "@/lib/format/format-energy";
import { formatNumber } from "@/lib/format/format-number";
import { PLOT, PlotFrame } from "./plot-frame";

type MonthsPlotProps = {
  /** Oldest first, at most a year. */
  months: readonly PublicMonth[];
  unit: EnergyUnit;
  label: string;
};

const PATTERNS = "mois-publies";
const BAR_PART = 0.38; // of the width of a month; the rest is air

/** Months side by side: what was produced, then what was drawn. Drawn by the server: it needs no script. */
export function MonthsPlot({ months, unit, label }: MonthsPlotProps) {
  const values = months.flatMap(({ productionWh, withdrawalWh }) => [productionWh ?? 0, withdrawalWh ?? 0]);
  const highestWh = Math.max(1, ...values);
  const slot = PLOT.width / months.length;
  const bar = slot * BAR_PART;
  return (
    <PlotFrame
      label={label}
      highest={formatNumber(toEnergyUnit(highestWh, unit), { minDecimals: 1 })}
      half={formatNumber(toEnergyUnit(highestWh / 2, unit), { minDecimals: 1 })}
      unit={unit}
      ticks={months.map(({ period }, index) => ({
        x: (index + 0.5) * slot,
        text: shortName(period.from, index === 0),
      }))}
    >
      <defs>
        <EnergyPatterns prefix={PATTERNS} />
      </defs>
      {months.map((month, index) => {
        const x = index * slot + slot * 0.1;
        return (
          <g key={month.period.from}>
            <Bar
              x={x}
              width={bar}
              parts={partsOf(month.productionWh, month.selfConsumedWh, "surplus")}
              highestWh={highestWh}
            />
            <Bar
              x={x + bar + slot * 0.04}
              width={bar}
              parts={partsOf(month.withdrawalWh, month.selfConsumedWh, "complement")}
              highestWh={highestWh}
            />
          </g>
        );
      })}
    </PlotFrame>
  );
}

type Part = { readonly energyWh: number; readonly fill: string; readonly stroke?: string };

// Self-consumed below, the rest on it; the sum alone where what was shared is held back.
function partsOf(totalWh: number | null, sharedWh: number | null, rest: "surplus" | "complement"): readonly Part[] {
  if (totalWh === null) return [];
  if (sharedWh === null) {
    const { color } = ENERGY_MARKS[rest === "surplus" ? "production" : "withdrawal"];
    return [{ energyWh: totalWh, fill: "none", stroke: color }];
  }
  const restPart =
    rest === "surplus"
      ? { fill: `url(#${PATTERNS}-surplus)`, stroke: "var(--energy-surplus-hatch)" }
      : { fill: ENERGY_MARKS.complement.color };
  return [
    { energyWh: sharedWh, fill: ENERGY_MARKS.selfConsumed.color },
    { energyWh: Math.max(0, totalWh - sharedWh), ...restPart },
  ];
}

type BarProps = { x: number; width: number; parts: readonly Part[]; highestWh: number };

function Bar({ x, width, parts, highestWh }: BarProps) {
  let y = PLOT.height;
  return parts.map(({ energyWh, fill, stroke }, index) => {
    const height = (energyWh / highestWh) * PLOT.height;
    y -= height;
    return (
      <rect
        key={index === 0 ? "lower" : "upper"}
        x={x}
        y={y}
        width={width}
        height={height}
        fill={fill}
        stroke={stroke}
      />
    );
  });
}

// The year once, and again each January.
function shortName(day: string, isFirst: boolean): string {
  const [month = "", year = ""] = formatShortMonth(day).split(" ");
  return isFirst || day.slice(5, 7) === "01" ? `${month} ${year.slice(2)}` : month;
}
