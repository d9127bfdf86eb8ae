import { DomainError } from "@/lib/domain/errors";
import type { TimeAxis } from "@/lib/domain/time/time-axis";
import { weekBeforeMs } from "@/lib/domain/time/week-before-ms";
import type { EnergySeries } from "./energy-series";
import { findGaps, type Gap } from "./find-gaps";
import { STEP_ORIGIN } from "./step-origin";

const MINUTE_MS = 60_000;

/** A curve after correction, and what each of its steps is worth. */
export type CorrectedSeries = EnergySeries & {
  /** A {@link STEP_ORIGIN} per step. (T,) */
  readonly origin: Uint8Array;
};

/**
 * Corrects a measured curve by the convention's rule, run by run of missing steps.
 *
 * - A run of at most one hour: linear between the measured values around it.
 * - A longer run, or one without a neighbour on one side: the values measured a
 *   week before at the same clock time ({@link weekBeforeMs} says what that is
 *   near a clock change). Only measured ones: a correction is never corrected
 *   from a correction.
 * - A step that neither gives stays `NaN`.
 *
 * @param measured - The curve as measured, over more than `axis` where it is
 *   known: the seven days before it are the source of J−7, and a run is as long
 *   as it is in reality, even across the bounds of `axis`. [Wh per step]
 * @param axis - The part wanted; inside `measured.axis`, on the same steps.
 * @throws {DomainError} AXIS_MISMATCH when it is not.
 * @see Convention Enedis-FOR-CF_01E, art. 5.2.3.
 */
export function fillGaps(measured: EnergySeries, axis: TimeAxis): CorrectedSeries {
  const first = firstStep(measured.axis, axis);
  const energyWh = measured.energyWh.slice();
  const origin = new Uint8Array(energyWh.length);
  for (const gap of findGaps(measured.energyWh)) {
    if (isInterpolable(gap, measured.axis)) interpolate(gap, energyWh, origin);
    else copyWeekBefore(gap, measured, energyWh, origin);
  }
  const last = first + axis.length;
  return { axis, energyWh: energyWh.slice(first, last), origin: origin.slice(first, last) };
}

function firstStep(whole: TimeAxis, part: TimeAxis): number {
  const first = (part.startMs - whole.startMs) / (whole.stepMinutes * MINUTE_MS);
  const isInside = Number.isInteger(first) && first >= 0 && first + part.length <= whole.length;
  if (part.stepMinutes !== whole.stepMinutes || !isInside) {
    throw new DomainError("AXIS_MISMATCH", "the period must lie inside the measured curve");
  }
  return first;
}

function isInterpolable({ start, length }: Gap, axis: TimeAxis): boolean {
  const hasBothNeighbours = start > 0 && start + length < axis.length;
  return hasBothNeighbours && length * axis.stepMinutes <= 60;
}

function interpolate({ start, length }: Gap, energyWh: Float64Array, origin: Uint8Array): void {
  const before = energyWh[start - 1] as number;
  const after = energyWh[start + length] as number;
  for (let k = 0; k < length; k += 1) {
    energyWh[start + k] = before + ((after - before) * (k + 1)) / (length + 1);
    origin[start + k] = STEP_ORIGIN.interpolated;
  }
}

function copyWeekBefore(gap: Gap, measured: EnergySeries, energyWh: Float64Array, origin: Uint8Array): void {
  const { startMs, stepMinutes } = measured.axis;
  const stepMs = stepMinutes * MINUTE_MS;
  for (let t = gap.start; t < gap.start + gap.length; t += 1) {
    const sourceMs = weekBeforeMs(startMs + t * stepMs);
    const source = sourceMs === null ? -1 : (sourceMs - startMs) / stepMs;
    const value = measured.energyWh[source] ?? Number.NaN;
    energyWh[t] = value;
    origin[t] = Number.isNaN(value) ? STEP_ORIGIN.missing : STEP_ORIGIN.copied;
  }
}
