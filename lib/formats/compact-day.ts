import { type CivilDate, isCivilDate } from "@/lib/domain/time/civil-date";

/** A day as the names of the operator's files have it, `27032017`; null when there is no such day. */
export function parseCompactDay(text: string): CivilDate | null {
  const iso = `${text.slice(4)}-${text.slice(2, 4)}-${text.slice(0, 2)}`;
  return isCivilDate(iso) ? iso : null;
}

/** A day as {@link parseCompactDay} reads it. */
export function writeCompactDay(day: CivilDate): string {
  return `${day.slice(8)}${day.slice(5, 7)}${day.slice(0, 4)}`;
}
