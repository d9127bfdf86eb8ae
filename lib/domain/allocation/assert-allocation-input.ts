import { assertCoefficients } from "@/lib/domain/coefficients/assert-coefficients";
import { DomainError } from "@/lib/domain/errors";
import type { EnergySeries } from "@/lib/domain/series/energy-series";
import { isSameAxis, type TimeAxis } from "@/lib/domain/time/time-axis";
import type { AllocationInput } from "./allocation";

/**
 * Refuses what cannot be shared.
 *
 * @throws {DomainError} AXIS_MISMATCH when a series is not on the input's axis; `details` name its producer or consumer.
 * @throws {DomainError} NEGATIVE_ENERGY when a value is below zero; `details` name its producer or consumer, and its step.
 * @throws {DomainError} COEFFICIENTS_MISMATCH, INVALID_COEFFICIENT, COEFFICIENTS_ABOVE_ONE: see `assertCoefficients`.
 */
export function assertAllocationInput({ axis, production, withdrawal, coefficients }: AllocationInput): void {
  for (const [producer, series] of production.entries()) assertEnergy(series, axis, { producer });
  for (const [consumer, series] of withdrawal.entries()) assertEnergy(series, axis, { consumer });
  assertCoefficients(coefficients, {
    producers: production.length,
    consumers: withdrawal.length,
    steps: axis.length,
  });
}

function assertEnergy(series: EnergySeries, axis: TimeAxis, who: Readonly<Record<string, number>>): void {
  const { energyWh } = series;
  if (!isSameAxis(series.axis, axis) || energyWh.length !== axis.length) {
    throw new DomainError("AXIS_MISMATCH", "every series must share the axis of the allocation", { details: who });
  }
  for (let t = 0; t < energyWh.length; t += 1) {
    const wh = energyWh[t] as number;
    if (wh < 0) {
      throw new DomainError("NEGATIVE_ENERGY", `${wh} Wh: energy is never below zero`, {
        details: { ...who, step: t },
      });
    }
  }
}
