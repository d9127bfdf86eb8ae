import { parisLocalTime } from "@/lib/domain/time/paris-local-time";

const FIRST_MINUTE = 7 * 60;

/**
 * Whether the hour at which digests go out, 07:00 in Paris, has come on the day of an instant.
 *
 * @param ms - Since 1970, UTC.
 */
export function isDigestHour(ms: number): boolean {
  return parisLocalTime(ms).minuteOfDay >= FIRST_MINUTE;
}
