import fc from "fast-check";
import { expect, test } from "vitest";
import { addDays, civilDate } from "@/lib/domain/time/civil-date";
import { countDays } from "@/lib/domain/time/count-days";
import { listParisDays } from "@/lib/domain/time/list-paris-days";
import { parisCivilDate } from "@/lib/domain/time/paris-civil-date";
import { parisDayAxis } from "@/lib/domain/time/paris-day-axis";
import { parisLocalTime } from "@/lib/domain/time/paris-local-time";
import { parisMidnightMs } from "@/lib/domain/time/paris-midnight-ms";
import { parisPeriodAxis } from "@/lib/domain/time/paris-period-axis";

const someDay = fc.integer({ min: 0, max: 15_000 }).map((count) => addDays(civilDate("2000-01-01"), count));
const someStep = fc.constantFrom(5, 10, 15, 30, 60);

test.for([
  ["2026-03-01", "2026-04-01", 30, 31 * 48 - 2],
  ["2026-10-01", "2026-11-01", 30, 31 * 48 + 2],
  ["2026-10-01", "2026-11-01", 10, 31 * 144 + 6],
  ["2026-01-01", "2027-01-01", 30, 365 * 48],
  ["2026-06-21", "2026-06-21", 30, 0],
] as const)("from %s to %s by %i min: %i steps", ([from, to, step, length]) => {
  expect(parisPeriodAxis(civilDate(from), civilDate(to), step).length).toBe(length);
});

test.for([7, 0, -30, 0.5, 45, 120])("a step of %d min is refused", (step) => {
  expect(() => parisDayAxis(civilDate("2026-01-01"), step)).toThrow(expect.objectContaining({ code: "INVALID_STEP" }));
});

test("a period that ends before it starts is refused", () => {
  const [from, to] = [civilDate("2026-01-02"), civilDate("2026-01-01")];
  expect(() => parisPeriodAxis(from, to, 30)).toThrow(expect.objectContaining({ code: "INVALID_PERIOD" }));
});

test("the days of a period follow each other and are the axes of the days", () => {
  fc.assert(
    fc.property(someDay, fc.integer({ min: 0, max: 400 }), someStep, (from, count, step) => {
      const axis = parisPeriodAxis(from, addDays(from, count), step);
      const spans = listParisDays(axis);
      expect(spans.map(({ day }) => day)).toEqual(Array.from({ length: count }, (_, index) => addDays(from, index)));
      let start = 0;
      for (const span of spans) {
        const dayAxis = parisDayAxis(span.day, step);
        expect([span.start, span.length]).toEqual([start, dayAxis.length]);
        expect(dayAxis.startMs).toBe(axis.startMs + start * step * 60_000);
        start += span.length;
      }
      expect(start).toBe(axis.length);
    }),
    { numRuns: 30 },
  );
});

test("an axis that starts or ends inside a day has no list of days", () => {
  const axis = parisDayAxis(civilDate("2026-03-29"), 30);
  expect(() => listParisDays({ ...axis, length: 45 })).toThrow(expect.objectContaining({ code: "INVALID_PERIOD" }));
  expect(() => listParisDays({ ...axis, startMs: axis.startMs + 1_800_000 })).toThrow();
});

test("an instant and its day agree", () => {
  fc.assert(
    fc.property(someDay, fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }), (day, share) => {
      const [startMs, endMs] = [parisMidnightMs(day), parisMidnightMs(addDays(day, 1))];
      const instantMs = startMs + Math.floor(share * (endMs - startMs));
      expect(parisCivilDate(instantMs)).toBe(day);
      expect(parisLocalTime(instantMs).day).toBe(day);
    }),
  );
});

test("the two 02:30 of October differ by their offset", () => {
  const day = "2026-10-25";
  expect(parisLocalTime(Date.parse("2026-10-25T00:30:00Z"))).toEqual({ day, minuteOfDay: 150, offsetMinutes: 120 });
  expect(parisLocalTime(Date.parse("2026-10-25T01:30:00Z"))).toEqual({ day, minuteOfDay: 150, offsetMinutes: 60 });
});

test("days are counted across a clock change", () => {
  expect(countDays(civilDate("2026-03-28"), civilDate("2026-03-30"))).toBe(2);
  expect(countDays(civilDate("2026-03-30"), civilDate("2026-03-28"))).toBe(-2);
});
