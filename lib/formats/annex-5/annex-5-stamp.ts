import { parisLocalTime } from "@/lib/domain/time/paris-local-time";

/**
 * The start of a step as a file of coefficients has it, `25-10-2026 02:30`.
 *
 * What the clock of Paris shows: the two 02:30 of October are written alike.
 */
export function writeAnnex5Stamp(startMs: number): string {
  const { day, minuteOfDay } = parisLocalTime(startMs);
  const twoDigits = (value: number) => String(value).padStart(2, "0");
  const clock = `${twoDigits(Math.floor(minuteOfDay / 60))}:${twoDigits(minuteOfDay % 60)}`;
  return `${day.slice(8)}-${day.slice(5, 7)}-${day.slice(0, 4)} ${clock}`;
}
