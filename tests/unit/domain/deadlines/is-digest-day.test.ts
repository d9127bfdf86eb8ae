import { expect, test } from "vitest";
import { type DigestFrequency, isDigestDay } from "@/lib/domain/deadlines/is-digest-day";
import { addDays, type CivilDate, civilDate } from "@/lib/domain/time/civil-date";

function digestDays(frequency: DigestFrequency, from: string, count: number): readonly CivilDate[] {
  return Array.from({ length: count }, (_, n) => addDays(civilDate(from), n)).filter((day) =>
    isDigestDay(frequency, day),
  );
}

test("every working day", () => {
  // Friday 8 May 2026 is a holiday, so is Thursday the 14th.
  expect(digestDays("daily", "2026-05-07", 9)).toEqual([
    "2026-05-07",
    "2026-05-11",
    "2026-05-12",
    "2026-05-13",
    "2026-05-15",
  ]);
});

test("every Monday, or the first day after it that works", () => {
  // Whit Monday 2026 is 25 May; 1 June is a Monday like another.
  expect(digestDays("weekly", "2026-05-18", 15)).toEqual(["2026-05-18", "2026-05-26", "2026-06-01"]);
  // Christmas 2028 is a Monday.
  expect(digestDays("weekly", "2028-12-23", 10)).toEqual(["2028-12-26"]);
});

test("never", () => {
  expect(digestDays("off", "2026-05-01", 31)).toEqual([]);
});
