import type { CalendarGrain } from "./calendar-grain";

// The most buckets a grain can make of a stretch: one more than fit in, for those that are cut at both ends.
const MINUTES: readonly (readonly [Exclude<CalendarGrain, "step">, number])[] = [
  ["hour", 60],
  ["day", 23 * 60],
  ["week", 7 * 24 * 60 - 60],
  ["month", 28 * 24 * 60 - 60],
];

/**
 * The finest grain, from the one wanted on, that makes no more buckets of a stretch than a screen can show.
 *
 * @param lengthMinutes - Of the stretch. [min]
 * @param stepMinutes - Of the curve. [min]
 * @param maxCount - Buckets at most.
 * @returns « month » when even months are too many.
 */
export function chooseGrain(
  wanted: CalendarGrain,
  lengthMinutes: number,
  stepMinutes: number,
  maxCount: number,
): CalendarGrain {
  const grains: readonly (readonly [CalendarGrain, number])[] = [["step", stepMinutes], ...MINUTES];
  const first = grains.findIndex(([grain]) => grain === wanted);
  const found = grains
    .slice(first)
    .find(([grain, minutes]) => countBuckets(grain, lengthMinutes / minutes) <= maxCount);
  return found?.[0] ?? "month";
}

function countBuckets(grain: CalendarGrain, ratio: number): number {
  return grain === "step" ? ratio : Math.floor(ratio) + 2;
}
