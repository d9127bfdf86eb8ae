import type { EnergySeries } from "@/lib/domain/series/energy-series";
import { listParisDays, type ParisDaySpan } from "@/lib/domain/time/list-paris-days";
import { parisOffsetMs } from "@/lib/domain/time/paris-offset-ms";
import type { TimeAxis } from "@/lib/domain/time/time-axis";
import { placeOfRun } from "./place-of-run";
import type { ClockShift } from "./suspicion";
import type { SuspicionContext } from "./suspicion-context";

/** Long enough for two bright days and for two working weeks, short enough for the season not to move. */
const DAYS_AROUND = 14;
const MIN_DAYS_AROUND = 7;
const DAY_MS = 86_400_000;

/** How much better an hour's shift must fit than none, as a difference of correlations. */
const MIN_GAIN = { injection: 0.02, withdrawal: 0.08 };

/** And how well, so that a holiday after the change is not taken for a shift. */
const MIN_FIT = { injection: 0.9, withdrawal: 0.85 };

/**
 * Curves that run an hour late or early from a clock change on: stamps read with the wrong offset.
 *
 * The mean day of the two weeks before is laid over that of the two weeks after, as it is and moved by an hour: for the
 * sun in universal time, for people by the clock. Weekdays only, for people.
 *
 * Known to be innocent: a timer that nobody set to the new time; a load that follows the sun, as street lighting, and
 * in spring and autumn a school whose holidays begin with the change.
 *
 * @param series - As measured, whole Paris days. [Wh per step]
 */
export function findClockShifts(series: EnergySeries, { quantity, isSolar }: SuspicionContext): readonly ClockShift[] {
  if (quantity === "injection" && !isSolar) return [];
  const { axis } = series;
  const days = listParisDays(axis);
  const ordinaryLength = 1_440 / axis.stepMinutes;
  return days.flatMap((change, n) => {
    if (change.length === ordinaryLength) return [];
    const before = meanDay(series, days.slice(Math.max(0, n - DAYS_AROUND), n), quantity);
    const after = meanDay(series, days.slice(n + 1, n + 1 + DAYS_AROUND), quantity);
    const reason = before && after && findReason(before, after, 60 / axis.stepMinutes, quantity);
    if (!reason) return [];
    const run = [change, ...days.slice(n + 1, n + 1 + DAYS_AROUND)] as const;
    return [{ kind: "clock_shift", reason, ...placeOfRun(run, axis) }];
  });
}

type Quantity = SuspicionContext["quantity"];

/** The mean day by slots of universal time (sun) or of the clock (people); null when too little is known. */
function meanDay(series: EnergySeries, days: readonly ParisDaySpan[], quantity: Quantity): Float64Array | null {
  const counted = quantity === "injection" ? days : days.filter(({ day }) => !isWeekend(day));
  const { axis, energyWh } = series;
  const slotCount = 1_440 / axis.stepMinutes;
  const sumWh = new Float64Array(slotCount);
  const known = new Uint8Array(slotCount);
  for (const { start, length } of counted) {
    const firstSlot = slotOf(start, axis, quantity);
    for (let k = 0; k < length; k += 1) {
      const slot = (firstSlot + k) % slotCount;
      const value = energyWh[start + k] as number;
      if (Number.isNaN(value)) continue;
      sumWh[slot] = (sumWh[slot] as number) + value;
      known[slot] = (known[slot] as number) + 1;
    }
  }
  if (known.some((count) => count < MIN_DAYS_AROUND)) return null;
  return sumWh.map((wh, slot) => wh / (known[slot] as number));
}

function isWeekend(day: string): boolean {
  return [0, 6].includes(new Date(`${day}T00:00:00Z`).getUTCDay());
}

function slotOf(step: number, { startMs, stepMinutes }: TimeAxis, quantity: Quantity): number {
  const stepMs = stepMinutes * 60_000;
  const ms = startMs + step * stepMs;
  return ((ms + (quantity === "injection" ? 0 : parisOffsetMs(ms))) % DAY_MS) / stepMs;
}

function findReason(
  before: Float64Array,
  after: Float64Array,
  hour: number,
  quantity: Quantity,
): ClockShift["reason"] | null {
  const [asIs, late, early] = [0, hour, -hour].map((lag) => correlation(before, after, lag)) as [
    number,
    number,
    number,
  ];
  const best = Math.max(late, early);
  if (!(best >= MIN_FIT[quantity] && best - asIs >= MIN_GAIN[quantity])) return null;
  return late > early ? "one_hour_late" : "one_hour_early";
}

/** Pearson's, of `before` with `after` moved back by `lag` slots around the clock. */
function correlation(before: Float64Array, after: Float64Array, lag: number): number {
  const count = before.length;
  const mean = (values: Float64Array) => values.reduce((sum, value) => sum + value, 0) / count;
  const [meanBefore, meanAfter] = [mean(before), mean(after)];
  let [product, squareBefore, squareAfter] = [0, 0, 0];
  for (let k = 0; k < count; k += 1) {
    const x = (before[k] as number) - meanBefore;
    const y = (after[(k + lag + count) % count] as number) - meanAfter;
    product += x * y;
    squareBefore += x * x;
    squareAfter += y * y;
  }
  return product / Math.sqrt(squareBefore * squareAfter);
}
