import type { EnergySeries } from "@/lib/domain/series/energy-series";
import { energyToPowerW } from "@/lib/domain/series/energy-to-power-w";
import { countDays } from "@/lib/domain/time/count-days";
import { listParisDays } from "@/lib/domain/time/list-paris-days";
import { type DayRun, listDayRuns } from "./list-day-runs";
import { placeOfRun } from "./place-of-run";

/** One cause shows on some days and not on others: nearer than this they are told as one. */
const MAX_DAYS_BETWEEN = 7;

/** Suspect steps of near days, in a few figures. */
export type SuspectSteps = ReturnType<typeof placeOfRun> & {
  readonly minPowerW: number;
  readonly maxPowerW: number;
  readonly energyWh: number;
};

/**
 * Puts together suspect steps day by day, and days that are at most a week apart.
 *
 * @param series - Whole Paris days. [Wh per step]
 * @param isSuspect - Asked once for every step; a missing one must not be suspect.
 */
export function listSuspectSteps(
  series: EnergySeries,
  isSuspect: (energyWh: number, step: number) => boolean,
): readonly SuspectSteps[] {
  const { axis, energyWh } = series;
  const days = listParisDays(axis);
  const suspects = days.map(({ start, length }) => {
    const steps: number[] = [];
    for (let t = start; t < start + length; t += 1) if (isSuspect(energyWh[t] as number, t)) steps.push(t);
    return steps;
  });
  const stepsOf = new Map(days.map((day, n) => [day, suspects[n] ?? []]));
  const runs = joinNear(listDayRuns(days, (n) => (suspects[n]?.length ? "suspect" : null)));
  return runs.map((run) => {
    const steps = run.flatMap((day) => stepsOf.get(day) ?? []);
    return sumUp(run, steps, series);
  });
}

function joinNear(runs: readonly DayRun[]): readonly DayRun[] {
  const joined: DayRun[] = [];
  for (const run of runs) {
    const last = joined.at(-1);
    const lastDay = last?.at(-1)?.day;
    if (last && lastDay && countDays(lastDay, run[0].day) <= MAX_DAYS_BETWEEN) joined.splice(-1, 1, [...last, ...run]);
    else joined.push(run);
  }
  return joined;
}

function sumUp(run: DayRun, steps: readonly number[], { axis, energyWh }: EnergySeries): SuspectSteps {
  let [minWh, maxWh, sumWh] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY, 0];
  for (const step of steps) {
    const value = energyWh[step] as number;
    minWh = Math.min(minWh, value);
    maxWh = Math.max(maxWh, value);
    sumWh += value;
  }
  return {
    ...placeOfRun(run, axis),
    firstMs: axis.startMs + (steps[0] as number) * axis.stepMinutes * 60_000,
    stepCount: steps.length,
    minPowerW: energyToPowerW(minWh, axis.stepMinutes),
    maxPowerW: energyToPowerW(maxWh, axis.stepMinutes),
    energyWh: sumWh,
  };
}
