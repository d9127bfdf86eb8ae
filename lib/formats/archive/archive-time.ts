import { parisOffsetMs } from "@/lib/domain/time/paris-offset-ms";

/**
 * The date to hand to the zip library so that a file shows Paris time: a zip holds clock times, and the library takes
 * those of the machine's own zone.
 *
 * @param instantMs - [ms since 1970-01-01T00:00:00Z]
 */
export function archiveTime(instantMs: number): Date {
  const paris = new Date(instantMs + parisOffsetMs(instantMs));
  return new Date(
    paris.getUTCFullYear(),
    paris.getUTCMonth(),
    paris.getUTCDate(),
    paris.getUTCHours(),
    paris.getUTCMinutes(),
    paris.getUTCSeconds(),
  );
}
