import { addDays, type CivilDate } from "@/lib/domain/time/civil-date";
import type { Period } from "@/lib/domain/time/period";

/**
 * The twelve calendar months keys are tried on: the latest ones that are over and measured.
 *
 * They end with the last month measures cover whole; with the last month before `day` while no whole month is measured,
 * or when measures stopped a year ago or more.
 *
 * @param day - Today.
 * @param measured - First and last day with a value; null before the first import.
 *
 * @example
 * previewPeriod("2026-11-22", { firstDay: "2025-10-01", lastDay: "2026-10-31" });
 * // => { from: "2025-11-01", toExclusive: "2026-11-01" }
 */
export function previewPeriod(
  day: CivilDate,
  measured: { readonly firstDay: CivilDate; readonly lastDay: CivilDate } | null,
): Period {
  const latest = monthOf(day);
  const covered = measured ? monthOf(addDays(measured.lastDay, 1)) : latest;
  const isUsable = measured !== null && covered > measured.firstDay && covered > yearBefore(latest);
  const toExclusive = isUsable && covered < latest ? covered : latest;
  return { from: yearBefore(toExclusive), toExclusive };
}

function monthOf(day: CivilDate): CivilDate {
  return `${day.slice(0, 7)}-01` as CivilDate;
}

// Of the first day of a month, which every year has.
function yearBefore(firstOfMonth: CivilDate): CivilDate {
  const year = Number(firstOfMonth.slice(0, 4)) - 1;
  return `${String(year).padStart(4, "0")}${firstOfMonth.slice(4)}` as CivilDate;
}
