import { nextGrainMs } from "@/lib/domain/explorer/next-grain-ms";
import { parisLocalTime } from "@/lib/domain/time/paris-local-time";
import { formatDay } from "@/lib/format/format-date";
import { formatTime } from "@/lib/format/format-instant";

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
const MONTHS = ["janv.", "févr.", "mars", "avr.", "mai", "juin", "juil.", "août", "sept.", "oct.", "nov.", "déc."];

export type TimeTick = { readonly ms: number; readonly label: string };

type Interval = {
  readonly grain: "hour" | "day" | "month";
  /** About how long. [ms] */
  readonly lengthMs: number;
  /** Whether a start of the grain is a tick, by the calendar, so that ticks stay where they are when one moves. */
  readonly isTick: (local: ReturnType<typeof parisLocalTime>) => boolean;
};

const everyHours = (count: number): Interval => ({
  grain: "hour",
  lengthMs: count * HOUR_MS,
  isTick: ({ minuteOfDay }) => minuteOfDay % (count * 60) === 0,
});
const everyDays = (count: number): Interval => ({
  grain: "day",
  lengthMs: count * DAY_MS,
  isTick: ({ day }) => {
    const dayOfMonth = Number(day.slice(8)) - 1;
    return dayOfMonth % count === 0 && (count === 1 || dayOfMonth + count <= 31);
  },
});
const everyMonths = (count: number): Interval => ({
  grain: "month",
  lengthMs: count * 30 * DAY_MS,
  isTick: ({ day }) => (Number(day.slice(5, 7)) - 1) % count === 0,
});

const INTERVALS = [
  ...[1, 2, 3, 6, 12].map(everyHours),
  ...[1, 2, 5, 10].map(everyDays),
  ...[1, 2, 3, 6, 12].map(everyMonths),
];

/**
 * Round clock times, days or months of Paris inside a stretch of time.
 *
 * @param maxCount - About how many have room.
 */
export function timeTicks(startMs: number, endMs: number, maxCount: number): readonly TimeTick[] {
  const interval =
    INTERVALS.find(({ lengthMs }) => (endMs - startMs) / lengthMs <= maxCount) ?? (INTERVALS.at(-1) as Interval);
  const ticks: TimeTick[] = [];
  // From one millisecond before: the first instant may be a tick.
  for (let ms = nextGrainMs(startMs - 1, interval.grain); ms <= endMs; ms = nextGrainMs(ms, interval.grain)) {
    const local = parisLocalTime(ms);
    if (interval.isTick(local)) ticks.push({ ms, label: labelOf(ms, local, interval.grain) });
  }
  return ticks;
}

function labelOf(ms: number, { day, minuteOfDay }: ReturnType<typeof parisLocalTime>, grain: Interval["grain"]) {
  if (grain === "month") return `${MONTHS[Number(day.slice(5, 7)) - 1]} ${day.slice(0, 4)}`;
  if (grain === "day" || minuteOfDay === 0) return formatDay(day).slice(0, 5);
  return formatTime(ms);
}
