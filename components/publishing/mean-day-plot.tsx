import { ENERGY_MARKS } from "@/components/charts/energy-colors";
import type { MeanHours } from "@/lib/domain/publishing/mean-clock-hours";
import { toEnergyUnit } from "@/lib/format/format-energy";
import { formatNumber } from "@/lib/format/format-number";
import { PLOT, PlotFrame } from "./plot-frame";

const HOURS = 24;
const TICKS = [0, 6, 12, 18, 24];

/** The mean day, hour by hour: what was self-consumed as an area under what was produced and what was drawn. */
export function MeanDayPlot({ day, label }: { day: MeanHours; label: string }) {
  const highestWh = Math.max(1, ...[...day.productionWh, ...day.withdrawalWh].map((value) => value ?? 0));
  const yOf = (energyWh: number) => PLOT.height * (1 - energyWh / highestWh);
  const xOf = (hour: number) => (hour / HOURS) * PLOT.width;
  // One step of a stair each hour; a missing hour leaves a gap.
  const stair = (values: readonly (number | null)[]) =>
    values
      .map((value, hour) => {
        if (value === null) return "";
        const isStart = hour === 0 || values[hour - 1] === null;
        return `${isStart ? "M" : "L"}${xOf(hour)} ${yOf(value)}H${xOf(hour + 1)}`;
      })
      .join("");
  const kwh = (energyWh: number) => formatNumber(toEnergyUnit(energyWh, "kWh"), { minDecimals: 1 });
  return (
    <PlotFrame
      label={label}
      highest={kwh(highestWh)}
      half={kwh(highestWh / 2)}
      unit="kWh par heure"
      ticks={TICKS.map((hour) => ({ x: xOf(hour), text: `${hour} h` }))}
    >
      {day.selfConsumedWh.map((value, hour) =>
        value === null ? null : (
          <rect
            key={xOf(hour)}
            x={xOf(hour)}
            y={yOf(value)}
            width={PLOT.width / HOURS}
            height={PLOT.height - yOf(value)}
            fill={ENERGY_MARKS.selfConsumed.color}
          />
        ),
      )}
      <path
        d={stair(day.withdrawalWh)}
        fill="none"
        stroke={ENERGY_MARKS.withdrawal.color}
        strokeWidth={1.5}
        strokeDasharray="5 3"
      />
      <path d={stair(day.productionWh)} fill="none" stroke={ENERGY_MARKS.production.color} strokeWidth={2.5} />
    </PlotFrame>
  );
}
