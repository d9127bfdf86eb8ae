import { addDays, type CivilDate } from "@/lib/domain/time/civil-date";
import type { TimeAxis } from "@/lib/domain/time/time-axis";
import type { DayRun } from "./list-day-runs";

/**
 * Where a run of whole days lies, in the terms of a suspicion.
 *
 * @param axis - The axis the days were taken from.
 */
export function placeOfRun(
  run: DayRun,
  axis: TimeAxis,
): { readonly from: CivilDate; readonly toExclusive: CivilDate; readonly firstMs: number; readonly stepCount: number } {
  const [first] = run;
  return {
    from: first.day,
    toExclusive: addDays((run.at(-1) ?? first).day, 1),
    firstMs: axis.startMs + first.start * axis.stepMinutes * 60_000,
    stepCount: run.reduce((sum, { length }) => sum + length, 0),
  };
}
