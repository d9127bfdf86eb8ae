import type { CivilDate } from "@/lib/domain/time/civil-date";
import { listParisDays } from "@/lib/domain/time/list-paris-days";
import { parisLocalTime } from "@/lib/domain/time/paris-local-time";
import type { TimeAxis } from "@/lib/domain/time/time-axis";

/** Hours of some days in a row, as the clock of Paris shows them. */
export type ClockRange = {
  readonly from: CivilDate;
  readonly lastDay: CivilDate;
  /** [from, to[, 0 to 1440. [min] */
  readonly fromMinute: number;
  readonly toMinute: number;
};

/** Steps [fromStep, toStepExclusive[. */
export type StepRun = { readonly fromStep: number; readonly toStepExclusive: number };

/**
 * The steps of an axis that begin within some hours of some days; in October both passages of an hour are.
 *
 * @returns Runs in order; none where nothing matches.
 */
export function listClockRuns(axis: TimeAxis, range: ClockRange): readonly StepRun[] {
  const { from, lastDay, fromMinute, toMinute } = range;
  const runs: { fromStep: number; toStepExclusive: number }[] = [];
  for (const { day, start, length } of listParisDays(axis)) {
    if (day < from || day > lastDay) continue;
    for (let step = start; step < start + length; step += 1) {
      const { minuteOfDay } = parisLocalTime(axis.startMs + step * axis.stepMinutes * 60_000);
      if (minuteOfDay < fromMinute || minuteOfDay >= toMinute) continue;
      const last = runs.at(-1);
      if (last?.toStepExclusive === step) last.toStepExclusive = step + 1;
      else runs.push({ fromStep: step, toStepExclusive: step + 1 });
    }
  }
  return runs;
}
