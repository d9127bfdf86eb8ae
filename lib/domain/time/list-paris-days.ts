import { DomainError } from "@/lib/domain/errors";
import { addDays, type CivilDate } from "./civil-date";
import { parisCivilDate } from "./paris-civil-date";
import { parisMidnightMs } from "./paris-midnight-ms";
import { isSameAxis, type TimeAxis } from "./time-axis";

const MINUTE_MS = 60_000;

/** Where one Paris day lies in a longer axis: steps `start` to `start + length − 1`. */
export type ParisDaySpan = {
  readonly day: CivilDate;
  readonly start: number;
  readonly length: number;
};

// The thousand curves of an operation ask for the days of one and the same axis, one after the other.
let latest: { readonly axis: TimeAxis; readonly spans: readonly ParisDaySpan[] } | undefined;

/**
 * The Paris days of an axis, in order and without a hole.
 *
 * @throws {DomainError} INVALID_PERIOD when the axis does not run from a Paris midnight to another.
 */
export function listParisDays(axis: TimeAxis): readonly ParisDaySpan[] {
  if (!latest || !isSameAxis(latest.axis, axis)) latest = { axis, spans: computeParisDays(axis) };
  return latest.spans;
}

function computeParisDays(axis: TimeAxis): readonly ParisDaySpan[] {
  const stepMs = axis.stepMinutes * MINUTE_MS;
  const spans: ParisDaySpan[] = [];
  let day = parisCivilDate(axis.startMs);
  let start = (parisMidnightMs(day) - axis.startMs) / stepMs;
  if (start !== 0) throw notWholeDays(axis);
  while (start < axis.length) {
    const nextDay = addDays(day, 1);
    const end = (parisMidnightMs(nextDay) - axis.startMs) / stepMs;
    if (end > axis.length) throw notWholeDays(axis);
    spans.push({ day, start, length: end - start });
    day = nextDay;
    start = end;
  }
  return spans;
}

function notWholeDays({ startMs, length }: TimeAxis): DomainError {
  return new DomainError("INVALID_PERIOD", "the axis must be made of whole Paris days", {
    details: { startMs, length },
  });
}
