import { expect, test } from "vitest";
import { previewPeriod } from "@/lib/domain/coefficients/preview-period";
import { civilDate } from "@/lib/domain/time/civil-date";

const measured = (firstDay: string, lastDay: string) => ({
  firstDay: civilDate(firstDay),
  lastDay: civilDate(lastDay),
});

test.for([
  { name: "nothing is measured", day: "2026-11-22", known: null, end: "2026-11-01" },
  {
    name: "the last month is whole",
    day: "2026-11-22",
    known: measured("2025-10-01", "2026-10-31"),
    end: "2026-11-01",
  },
  {
    name: "the running month has begun",
    day: "2026-11-22",
    known: measured("2025-10-01", "2026-11-20"),
    end: "2026-11-01",
  },
  {
    name: "the last month has not come yet",
    day: "2026-11-22",
    known: measured("2025-10-01", "2026-09-30"),
    end: "2026-10-01",
  },
  {
    name: "the last month came in part",
    day: "2026-11-22",
    known: measured("2025-10-01", "2026-10-15"),
    end: "2026-10-01",
  },
  {
    name: "only a part of a month is known",
    day: "2026-11-22",
    known: measured("2026-10-10", "2026-10-15"),
    end: "2026-11-01",
  },
  {
    name: "measures stopped a year ago",
    day: "2026-11-22",
    known: measured("2024-01-01", "2025-11-15"),
    end: "2026-11-01",
  },
  { name: "the year begins", day: "2026-01-01", known: measured("2024-01-01", "2025-12-31"), end: "2026-01-01" },
])("$name", ({ day, known, end }) => {
  const { from, toExclusive } = previewPeriod(civilDate(day), known);
  expect(toExclusive).toBe(end);
  expect(from).toBe(`${Number(end.slice(0, 4)) - 1}${end.slice(4)}`);
});
