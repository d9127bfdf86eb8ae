import fc from "fast-check";
import { expect, test } from "vitest";
import { parisLocalTime } from "@/lib/domain/time/paris-local-time";
import { weekBeforeMs } from "@/lib/domain/time/week-before-ms";

// Our reading of art. 5.2.3 near a clock change.
test.for([
  ["2026-06-21T10:00:00Z", "2026-06-14T10:00:00Z", "an ordinary week"],
  ["2026-04-01T10:00:00Z", "2026-03-25T11:00:00Z", "12:00 in summer from 12:00 in winter"],
  ["2026-04-05T00:30:00Z", null, "02:30 of the Sunday after the March change"],
  ["2026-04-05T01:00:00Z", "2026-03-29T01:00:00Z", "03:00 of that Sunday"],
  ["2026-03-29T01:00:00Z", "2026-03-22T02:00:00Z", "03:00 of the change itself"],
  ["2026-10-25T00:30:00Z", "2026-10-18T00:30:00Z", "the first 02:30 of October"],
  ["2026-10-25T01:30:00Z", "2026-10-18T00:30:00Z", "the second one, from the same half-hour"],
  ["2026-11-01T01:30:00Z", "2026-10-25T01:30:00Z", "02:30 a week after, from the winter one"],
  ["2026-11-01T00:30:00Z", "2026-10-24T23:30:00Z", "01:30 a week after, from summer time"],
] as const)("%s comes from %s (%s)", ([instant, source]) => {
  expect(weekBeforeMs(Date.parse(instant))).toBe(source === null ? null : Date.parse(source));
});

test("shows the same clock seven days earlier, or nothing", () => {
  const halfHour = fc.integer({ min: 17_532 * 24, max: 25_567 * 24 * 2 }).map((count) => count * 1_800_000);
  fc.assert(
    fc.property(halfHour, (instantMs) => {
      const sourceMs = weekBeforeMs(instantMs);
      if (sourceMs === null) return;
      const [here, there] = [parisLocalTime(instantMs), parisLocalTime(sourceMs)];
      expect(there.minuteOfDay).toBe(here.minuteOfDay);
      expect(Date.parse(here.day) - Date.parse(there.day)).toBe(7 * 86_400_000);
    }),
  );
});
