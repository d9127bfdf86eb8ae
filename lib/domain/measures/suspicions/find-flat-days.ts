import type { EnergySeries } from "@/lib/domain/series/energy-series";
import { energyToPowerW } from "@/lib/domain/series/energy-to-power-w";
import { listParisDays } from "@/lib/domain/time/list-paris-days";
import { type DayRun, listDayRuns } from "./list-day-runs";
import { placeOfRun } from "./place-of-run";
import { type DaySummary, summarizeDays } from "./summarize-days";
import type { FlatDays } from "./suspicion";

/** One day at zero may be a power cut, or works announced for a day. */
const MIN_ZERO_DAYS = 2;

/** A site whose days are mostly zero is not in use: its zeros say nothing. */
const MIN_USED_RATIO = 0.5;

/** Below it a standby may well be constant to the watt for a day. [W] */
const MIN_CONSTANT_W = 100;

/** With fewer values a day is too little known to be called flat. */
const MIN_KNOWN_RATIO = 0.5;

/**
 * Days that hold one value only: a meter or a transmission that froze.
 *
 * Zero, over two days or more, where the curve is mostly not zero: nobody is away so long that even the fridge stops.
 * Another value of 100 W or more, over a whole day: real loads move by some watts.
 *
 * Known to be innocent: a roof that injects its surplus only, in winter; a pool or a camp site switched off out of
 * season; a telecom relay, whose load is constant indeed.
 *
 * @param series - As measured, whole Paris days. [Wh per step]
 */
export function findFlatDays(series: EnergySeries): readonly FlatDays[] {
  const days = summarizeDays(series);
  const known = days.filter(({ knownCount }) => knownCount > 0);
  const usedCount = known.filter(({ minWh, maxWh }) => minWh !== 0 || maxWh !== 0).length;
  const isUsed = usedCount > known.length * MIN_USED_RATIO;
  const { axis } = series;
  const minConstantWh = (MIN_CONSTANT_W * axis.stepMinutes) / 60;
  const runs = listDayRuns(listParisDays(axis), (n) => {
    const flatWh = flatValueWh(days[n] as DaySummary);
    return flatWh === 0 || (flatWh ?? 0) >= minConstantWh ? flatWh : null;
  });
  return runs.flatMap((run) => describeRun(run, series, isUsed));
}

function flatValueWh({ span, knownCount, minWh, maxWh }: DaySummary): number | null {
  return minWh === maxWh && knownCount >= span.length * MIN_KNOWN_RATIO ? minWh : null;
}

function describeRun(run: DayRun, { axis, energyWh }: EnergySeries, isUsed: boolean): readonly FlatDays[] {
  const [{ start, length }] = run;
  const valueWh = energyWh.subarray(start, start + length).find((value) => !Number.isNaN(value)) as number;
  if (valueWh === 0 && !(isUsed && run.length >= MIN_ZERO_DAYS)) return [];
  const powerW = energyToPowerW(valueWh, axis.stepMinutes);
  const reason = valueWh === 0 ? "flat_zero" : "flat_constant";
  return [{ kind: "flat", reason, ...placeOfRun(run, axis), powerW }];
}
