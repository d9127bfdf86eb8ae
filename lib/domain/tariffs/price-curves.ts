import { parisPeriodAxis } from "@/lib/domain/time/paris-period-axis";
import type { Period } from "@/lib/domain/time/period";
import { breakDownCurves, type SharedCurve, type TariffKnowledge } from "./break-down-curves";
import type { PricedStretch } from "./price-entry";

const MINUTE_MS = 60_000;

/**
 * Adds up the curve of a metering point by tariff period between the days on which prices change.
 *
 * @param curve - Of the whole period. [Wh per step]
 * @returns In the order of `stretches`; without off-peak hours, one part without a period.
 */
export function priceCurves(
  curve: SharedCurve,
  {
    period,
    stepMinutes,
    stretches,
  }: { readonly period: Period; readonly stepMinutes: number; readonly stretches: readonly Period[] },
  knowledge: TariffKnowledge,
): readonly PricedStretch[] {
  const { startMs } = parisPeriodAxis(period.from, period.toExclusive, stepMinutes);
  return stretches.map(({ from, toExclusive }) => {
    const axis = parisPeriodAxis(from, toExclusive, stepMinutes);
    const first = (axis.startMs - startMs) / (stepMinutes * MINUTE_MS);
    const part = {
      ...curve,
      energyWh: curve.energyWh.subarray(first, first + axis.length),
      sharedWh: curve.sharedWh.subarray(first, first + axis.length),
    };
    const parts = breakDownCurves([part], axis, knowledge);
    return {
      from,
      parts: parts.length > 0 ? parts : [{ period: null, energyWh: sum(part.energyWh), sharedWh: sum(part.sharedWh) }],
    };
  });
}

const sum = (values: Float64Array) => values.reduce((total, value) => total + value, 0);
