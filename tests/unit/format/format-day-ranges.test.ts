import { expect, test } from "vitest";
import { civilDate } from "@/lib/domain/time/civil-date";
import { formatDayRanges } from "@/lib/format/format-day-ranges";

test.for([
  [[], ""],
  [["2026-10-01"], "01/10/2026"],
  [["2026-10-01", "2026-10-03"], "01/10/2026, 03/10/2026"],
  [["2026-10-24", "2026-10-25", "2026-10-26"], "du 24/10/2026 au 26/10/2026"],
  [["2026-02-28", "2026-03-01", "2026-03-31"], "du 28/02/2026 au 01/03/2026, 31/03/2026"],
] as const)("%o is « %s »", ([days, expected]) => {
  expect(formatDayRanges(days.map(civilDate))).toBe(expected);
});
