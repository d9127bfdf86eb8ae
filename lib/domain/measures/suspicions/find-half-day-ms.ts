import type { SunDay } from "./sun-day";

const HALF_DAY_MS = 43_200_000;

/**
 * How long before and after solar noon the sun is above an elevation. [ms]
 *
 * @param elevationDegrees - Below 0 for twilight. [°]
 * @returns 0 when it never is, half a day when it always is.
 */
export function findHalfDayMs({ base, swing }: SunDay, elevationDegrees: number): number {
  const cosHourAngle = (Math.sin((elevationDegrees * Math.PI) / 180) - base) / swing;
  return (Math.acos(Math.min(1, Math.max(-1, cosHourAngle))) / Math.PI) * HALF_DAY_MS;
}
