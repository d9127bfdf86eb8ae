import type { ProblemLog } from "@/lib/formats/problem-log";
import * as messages from "./curve-messages";
import { IsoStamps } from "./iso-stamps";
import { ParisClock } from "./paris-clock";
import type { StampedPoints } from "./place-points";

/** Points of a curve as its file prints them. */
export type PrintedPoints = Omit<StampedPoints, "stampMs"> & {
  /** (T,) */
  readonly stamps: readonly string[];
};

/**
 * Gives printed stamps their instants, with or without offset.
 *
 * @returns The points, but those whose stamp has no instant: the log says why.
 */
export function resolveStamps(points: PrintedPoints, log: ProblemLog): StampedPoints {
  const stampMs = new Float64Array(points.stamps.length);
  const clock = new ParisClock(isBackwards(points.stamps));
  const stamp = new IsoStamps();
  let [resolved, read] = [0, 0];
  for (const text of points.stamps) {
    if (!stamp.read(text)) {
      stampMs[read] = Number.NaN;
      const { place, where } = points.placeOf(read);
      log.error("BAD_STAMP", place, () => messages.badStamp(where, text));
    } else if (Number.isNaN(stamp.offsetMs)) stampMs[read] = readClock(clock, stamp.clockMs, read, points, log);
    else stampMs[read] = stamp.clockMs - stamp.offsetMs;
    if (!Number.isNaN(stampMs[read])) resolved += 1;
    read += 1;
  }
  const { powerW, stepMinutes, placeOf } = points;
  if (resolved === read) return { stampMs, powerW, stepMinutes, placeOf };

  const kept = [...stampMs.keys()].filter((point) => !Number.isNaN(stampMs[point]));
  const keep = (values: readonly number[]) => kept.map((point) => values[point] as number);
  return {
    stampMs: stampMs.filter((ms) => !Number.isNaN(ms)),
    powerW: keep(powerW),
    stepMinutes: stepMinutes && keep(stepMinutes),
    placeOf: (point) => placeOf(kept[point] as number),
  };
}

// ISO dates compare as texts; only stamps without offset need to know.
function isBackwards(stamps: readonly string[]): boolean {
  return (stamps[0] ?? "") > (stamps.at(-1) ?? "");
}

function readClock(
  clock: ParisClock,
  clockMs: number,
  point: number,
  { stamps, powerW, placeOf }: PrintedPoints,
  log: ProblemLog,
): number {
  const { instantMs, isSkipped } = clock.read(clockMs);
  if (!isSkipped) return instantMs;
  const { place, where } = placeOf(point);
  const text = stamps[point] as string;
  if (Number.isNaN(powerW[point])) {
    // A file of 48 lines a day may print the absent hour, empty: harmless.
    log.warning("SKIPPED_HOUR_EMPTY", place, () => messages.skippedHourEmpty(where, text));
    return Number.NaN;
  }
  if (Number.isNaN(instantMs)) log.error("SKIPPED_HOUR", place, () => messages.skippedHour(where, text));
  else log.warning("SKIPPED_HOUR_READ", place, () => messages.skippedHourRead(where, text));
  return instantMs;
}
