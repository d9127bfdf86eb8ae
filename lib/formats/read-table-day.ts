import { type CivilDate, isCivilDate } from "@/lib/domain/time/civil-date";

/** A day as a cell of a table has it, `01/11/2025` or `2025-11-01`; null when it is none. */
export function readTableDay(text: string): CivilDate | null {
  const [, day = "", month = "", year = ""] = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/.exec(text) ?? [];
  const iso = day ? `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}` : text;
  return isCivilDate(iso) ? iso : null;
}
