import type { ClockRange } from "@/lib/domain/tariffs/tariff-schedule";

type ClockTimes = { readonly from: string; readonly to: string };

/** Ranges as machines read them, `{ from: "22:30", to: "06:30" }`. */
export const toClockTimes = (ranges: readonly ClockRange[]): readonly ClockTimes[] =>
  ranges.map(({ fromMinute, toMinute }) => ({ from: toClock(fromMinute), to: toClock(toMinute) }));

/** Ranges as machines send them, checked by their schema. */
export const fromClockTimes = (times: readonly ClockTimes[]): readonly ClockRange[] =>
  times.map(({ from, to }) => ({ fromMinute: fromClock(from), toMinute: fromClock(to) }));

const toClock = (minute: number) =>
  [Math.floor(minute / 60), minute % 60].map((part) => String(part).padStart(2, "0")).join(":");

function fromClock(clock: string): number {
  const [hour, minute] = clock.split(":").map(Number);
  return (hour ?? 0) * 60 + (minute ?? 0);
}
