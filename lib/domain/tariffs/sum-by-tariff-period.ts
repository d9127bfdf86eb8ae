import { DomainError } from "@/lib/domain/errors";
import { sumEnergy } from "@/lib/domain/series/sum-energy";
import type { StepTariffs } from "./classify-steps";
import { fitPartsToTotal } from "./fit-parts-to-total";
import { type ScheduledPeriod, TARIFF_PERIODS } from "./tariff-periods";

/** The energy of a curve in one tariff period. */
export type TariffEnergy = {
  /** Null: the steps that no schedule covers, which are never counted as a period. */
  readonly period: ScheduledPeriod | null;
  /** Null when a step of the period is missing. [Wh] */
  readonly energyWh: number | null;
};

const NO_SCHEDULE = TARIFF_PERIODS.length;

/**
 * Adds up a curve by tariff period.
 *
 * A step in two periods counts in both by its minutes. The parts, added in the order given, are the total of the curve
 * to its last bit: what rounding leaves goes into one of them.
 *
 * @param energyWh - On the axis of `steps`, `NaN` where missing. [Wh per step] (T,)
 * @returns The periods that have a minute on the axis, in the order of `TARIFF_PERIODS`, what has no schedule last.
 * @throws {DomainError} AXIS_MISMATCH when the curve is not on the axis.
 */
export function sumByTariffPeriod(energyWh: Float64Array, steps: StepTariffs): readonly TariffEnergy[] {
  const { peak, offPeak, offPeakMinutes, axis } = steps;
  if (energyWh.length !== axis.length) {
    throw new DomainError("AXIS_MISMATCH", "the curve is not on the axis of its tariff periods");
  }
  const sums = new Float64Array(NO_SCHEDULE + 1);
  const isThere = new Uint8Array(NO_SCHEDULE + 1);
  const add = (index: number, wh: number) => {
    const at = index < 0 ? NO_SCHEDULE : index;
    sums[at] = (sums[at] as number) + wh;
    isThere[at] = 1;
  };
  for (const [t, wh] of energyWh.entries()) {
    const minutes = offPeakMinutes[t] as number;
    const offPeakWh = (wh * minutes) / axis.stepMinutes;
    if (minutes > 0) add(offPeak[t] as number, offPeakWh);
    if (minutes < axis.stepMinutes) add(peak[t] as number, wh - offPeakWh);
  }
  const found = [...isThere.keys()].filter((index) => isThere[index] === 1);
  const { totalWh } = sumEnergy(energyWh);
  const parts = found.map((index) => sums[index] as number);
  const fitted = totalWh === null ? parts : fitPartsToTotal(parts, totalWh);
  return found.map((index, k) => {
    const wh = fitted[k] as number;
    return { period: TARIFF_PERIODS[index] ?? null, energyWh: Number.isNaN(wh) ? null : wh };
  });
}
