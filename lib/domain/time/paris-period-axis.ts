import { DomainError } from "@/lib/domain/errors";
import type { CivilDate } from "./civil-date";
import { parisMidnightMs } from "./paris-midnight-ms";
import type { TimeAxis } from "./time-axis";

const MINUTE_MS = 60_000;

/**
 * The time axis of whole civil days in Paris.
 *
 * @param from - First day.
 * @param toExclusive - First day that no longer counts.
 * @param stepMinutes - Interval length, a divisor of 60. [min]
 * @returns A length in steps that knows the clock changes, never "days × 48".
 * @throws {DomainError} INVALID_STEP when the step does not divide the hour;
 *   INVALID_PERIOD when `toExclusive` is before `from`.
 *
 * @example
 * parisPeriodAxis(civilDate("2026-03-01"), civilDate("2026-04-01"), 30).length; // => 1486
 */
export function parisPeriodAxis(from: CivilDate, toExclusive: CivilDate, stepMinutes: number): TimeAxis {
  if (!(Number.isInteger(stepMinutes) && stepMinutes > 0 && 60 % stepMinutes === 0)) {
    throw new DomainError("INVALID_STEP", `a step must divide the hour: ${stepMinutes}`, { details: { stepMinutes } });
  }
  if (toExclusive < from) {
    throw new DomainError("INVALID_PERIOD", "a period cannot end before it starts", { details: { from, toExclusive } });
  }
  const startMs = parisMidnightMs(from);
  return { startMs, stepMinutes, length: (parisMidnightMs(toExclusive) - startMs) / (stepMinutes * MINUTE_MS) };
}
