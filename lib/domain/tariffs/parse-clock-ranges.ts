import type { ClockRange } from "./tariff-schedule";

const DAY_MINUTES = 1440;
// « 22 h 30 » too; two digits that another hour begins with are not minutes.
const TIME = String.raw`(\d{1,2})\s*[h:](?:\s*(\d{2})(?!\s*[h:]))?`;
const RANGE = new RegExp(String.raw`(?:de\s*)?${TIME}\s*(?:-|–|—|→|à)\s*${TIME}`, "g");
const BETWEEN_RANGES = /^(?:hc|heures\s+creuses|et|[\s;,/():])*$/;

/**
 * Reads off-peak hours as bills, meters and the operator's sheets write them.
 *
 * @param text - `22h30-6h30`, `HC (1H38-7H08;12H38-15H08)`, `de 22:30 à 6:30`, several parted by `;`, `,`, `/` or « et ».
 * @returns In the order written; null when a part is not understood, or when there is no range at all.
 *
 * @example
 * parseClockRanges("22h38-6h38"); // => [{ fromMinute: 1358, toMinute: 398 }]
 */
export function parseClockRanges(text: string): readonly ClockRange[] | null {
  const lower = text.normalize("NFC").toLowerCase();
  const ranges: ClockRange[] = [];
  let isClear = true;
  const rest = lower.replace(RANGE, (_, ...parts: string[]) => {
    const [fromHour, fromMinutes, toHour, toMinutes] = parts;
    const from = minuteOfDay(fromHour, fromMinutes);
    const to = minuteOfDay(toHour, toMinutes);
    if (from === null || to === null || from === DAY_MINUTES) isClear = false;
    else ranges.push({ fromMinute: from, toMinute: to % DAY_MINUTES });
    return ";"; // two ranges without anything between them stay two
  });
  return isClear && ranges.length > 0 && BETWEEN_RANGES.test(rest) ? ranges : null;
}

function minuteOfDay(hour: string | undefined, minutes: string | undefined): number | null {
  const value = Number(hour) * 60 + Number(minutes ?? 0);
  return Number(minutes ?? 0) < 60 && value <= DAY_MINUTES ? value : null;
}
