import { DomainError } from "@/lib/domain/errors";
import { listParisDays, type ParisDaySpan } from "@/lib/domain/time/list-paris-days";
import type { TimeAxis } from "@/lib/domain/time/time-axis";
import type { EnergySeries } from "./energy-series";
import type { ParisDaySeries } from "./paris-day-series";

/**
 * Puts the days of one curve on a period's axis; a day without a row is missing.
 *
 * @param days - In any order, each day once. Days outside the axis are left out:
 *   the reader of the rows may ask for more than it needs. [Wh per step]
 * @param axis - Whole Paris days. All series of a computation share this object.
 * @throws {DomainError} AXIS_MISMATCH when a day has another step or length than
 *   the axis (resample it first) or is given twice; INVALID_PERIOD when the axis
 *   is not made of whole days.
 */
export function joinParisDays(days: readonly ParisDaySeries[], axis: TimeAxis): EnergySeries {
  const spans = new Map<string, ParisDaySpan>(listParisDays(axis).map((span) => [span.day, span]));
  const energyWh = new Float64Array(axis.length).fill(Number.NaN);
  const seen = new Set<string>();
  for (const { day, stepMinutes, energyWh: values } of days) {
    const span = spans.get(day);
    if (!span) continue;
    if (stepMinutes !== axis.stepMinutes || values.length !== span.length || seen.has(day)) {
      throw new DomainError("AXIS_MISMATCH", "a day does not fit in the period", {
        details: { day, stepMinutes, length: values.length },
      });
    }
    seen.add(day);
    energyWh.set(values, span.start);
  }
  return { axis, energyWh };
}
