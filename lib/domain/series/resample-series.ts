import { DomainError } from "@/lib/domain/errors";
import type { EnergySeries } from "./energy-series";

/**
 * The same energy on another step.
 *
 * To a coarser step, energies add up and one missing step makes the coarse one
 * missing; for powers this is their mean. To a finer step each energy is cut into
 * equal parts (the power is held): the total is kept and no shape is invented.
 * Between steps that do not divide each other (10 and 15), by way of their
 * greatest common divisor.
 *
 * An hour put on half-hours stays what it was, measured: its energy is, and its two
 * halves are no correction of art. 5.2.3 to be counted and shown as one. That they
 * are halves is told by the step of the curve, which stays stored as received.
 *
 * @param series - Any regular series. [Wh per step]
 * @param stepMinutes - Wanted step; whole steps of it must fit in the axis. [min]
 * @returns The series itself when it already has this step.
 * @throws {DomainError} INVALID_STEP when the step does not fit in the axis.
 */
export function resampleSeries(series: EnergySeries, stepMinutes: number): EnergySeries {
  const { stepMinutes: from, length } = series.axis;
  if (stepMinutes === from) return series;
  const fits = Number.isInteger(stepMinutes) && stepMinutes > 0 && (length * from) % stepMinutes === 0;
  if (!fits) {
    throw new DomainError("INVALID_STEP", "whole steps must fit in the axis", {
      details: { stepMinutes, from, length },
    });
  }
  const common = greatestCommonDivisor(from, stepMinutes);
  return addUp(cut(series, from / common), stepMinutes / common);
}

function cut(series: EnergySeries, parts: number): EnergySeries {
  if (parts === 1) return series;
  const { startMs, stepMinutes, length } = series.axis;
  const energyWh = new Float64Array(length * parts);
  for (let t = 0; t < energyWh.length; t += 1) {
    energyWh[t] = (series.energyWh[Math.floor(t / parts)] as number) / parts;
  }
  return { axis: { startMs, stepMinutes: stepMinutes / parts, length: energyWh.length }, energyWh };
}

function addUp(series: EnergySeries, parts: number): EnergySeries {
  if (parts === 1) return series;
  const { startMs, stepMinutes, length } = series.axis;
  const energyWh = new Float64Array(length / parts);
  for (let t = 0; t < length; t += 1) {
    const coarse = Math.floor(t / parts);
    energyWh[coarse] = (energyWh[coarse] as number) + (series.energyWh[t] as number);
  }
  return { axis: { startMs, stepMinutes: stepMinutes * parts, length: energyWh.length }, energyWh };
}

function greatestCommonDivisor(a: number, b: number): number {
  return b === 0 ? a : greatestCommonDivisor(b, a % b);
}
