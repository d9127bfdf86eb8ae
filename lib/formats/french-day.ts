import type { CivilDate } from "@/lib/domain/time/civil-date";

/** A day as files and messages write it: `21/06/2026`. */
export function frenchDay(day: CivilDate): string {
  return `${day.slice(8)}/${day.slice(5, 7)}/${day.slice(0, 4)}`;
}
