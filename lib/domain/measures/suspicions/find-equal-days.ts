import type { EnergySeries } from "@/lib/domain/series/energy-series";
import { addDays } from "@/lib/domain/time/civil-date";
import { listParisDays, type ParisDaySpan } from "@/lib/domain/time/list-paris-days";
import { listDayRuns } from "./list-day-runs";
import { placeOfRun } from "./place-of-run";
import type { EqualDays } from "./suspicion";

/** With fewer different values two days of a standby may be equal by chance. */
const MIN_DISTINCT_VALUES = 8;

const WEEK_DAYS = 7;

/**
 * Days equal to an earlier day, value for value: chance does not do that to 48 measured powers.
 *
 * Exactly a week apart, it is most likely the DSO's own correction (art. 5.2.3), delivered as a measure; any other
 * distance is a file put on the wrong day or filled in by hand. Days with a missing value, or nearly flat, are not
 * compared.
 *
 * Known to be innocent: street lighting on a fixed timer with a coarse meter.
 *
 * @param series - As measured, **not** corrected: our own J−7 would be found too. Whole Paris days. [Wh per step]
 */
export function findEqualDays(series: EnergySeries): readonly EqualDays[] {
  const { axis, energyWh } = series;
  const days = listParisDays(axis);
  const lags = findLags(days, energyWh);
  return listDayRuns(days, (n) => lags[n] ?? null).map((run) => {
    const lag = lags[days.indexOf(run[0])] as number;
    return {
      kind: "equal_days",
      reason: lag === WEEK_DAYS ? "same_as_week_before" : "same_as_other_day",
      ...placeOfRun(run, axis),
      otherFrom: addDays(run[0].day, -lag),
    };
  });
}

/** How many days before each day the nearest equal one is, or null. */
function findLags(days: readonly ParisDaySpan[], energyWh: Float64Array): readonly (number | null)[] {
  const seen = new Map<number, number[]>();
  return days.map((span, n) => {
    const values = energyWh.subarray(span.start, span.start + span.length);
    if (!isTelling(values)) return null;
    const hash = hashOf(values);
    const candidates = seen.get(hash) ?? [];
    const twin = candidates.findLast((m) => isEqualDay(days[m] as ParisDaySpan, values, energyWh));
    seen.set(hash, [...candidates, n].slice(-2));
    return twin === undefined ? null : n - twin;
  });
}

function isTelling(values: Float64Array): boolean {
  const distinct = new Set<number>();
  for (const value of values) {
    if (Number.isNaN(value)) return false;
    if (distinct.size < MIN_DISTINCT_VALUES) distinct.add(value);
  }
  return distinct.size >= MIN_DISTINCT_VALUES;
}

// FNV-1a over the halves of each number; a view on the same bytes costs nothing.
function hashOf(values: Float64Array): number {
  const words = new Uint32Array(values.buffer, values.byteOffset, values.length * 2);
  let hash = 0x811c9dc5;
  for (const word of words) hash = Math.imul(hash ^ word, 0x01000193);
  return hash;
}

function isEqualDay({ start, length }: ParisDaySpan, values: Float64Array, energyWh: Float64Array): boolean {
  return length === values.length && values.every((value, k) => value === energyWh[start + k]);
}
