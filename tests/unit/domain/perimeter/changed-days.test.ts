import fc from "fast-check";
import { expect, test } from "vitest";
import { changedDays, type Stay } from "@/lib/domain/perimeter/changed-days";
import { isAttachedOn } from "@/lib/domain/perimeter/is-attached-on";
import { addDays, type CivilDate, civilDate } from "@/lib/domain/time/civil-date";

const stay = (from: string, to: string | null = null): Stay => ({
  from: civilDate(from),
  toExclusive: to === null ? null : civilDate(to),
});

test.for([
  { what: "an entry", before: null, after: stay("2026-03-01"), days: stay("2026-03-01") },
  { what: "an exit", before: stay("2026-03-01"), after: stay("2026-03-01", "2026-05-01"), days: stay("2026-05-01") },
  {
    what: "an exit that comes earlier",
    before: stay("2026-03-01", "2026-06-01"),
    after: stay("2026-03-01", "2026-05-01"),
    days: stay("2026-05-01", "2026-06-01"),
  },
  {
    what: "an entry that comes later",
    before: stay("2026-03-01"),
    after: stay("2026-04-01"),
    days: stay("2026-03-01", "2026-04-01"),
  },
  {
    what: "an entry given up",
    before: stay("2026-03-01", "2026-04-01"),
    after: null,
    days: stay("2026-03-01", "2026-04-01"),
  },
  { what: "nothing", before: stay("2026-03-01"), after: stay("2026-03-01"), days: null },
  { what: "nobody", before: null, after: null, days: null },
])("$what changes its own days", ({ before, after, days }) => {
  expect(changedDays(before, after)).toEqual(days);
});

const ORIGIN = civilDate("2026-01-01");
const anyStay = fc.tuple(fc.nat(20), fc.option(fc.integer({ min: 1, max: 20 }))).map(([start, length]): Stay => {
  const from = addDays(ORIGIN, start);
  return { from, toExclusive: length === null ? null : addDays(from, length) };
});

test("whatever changes, every day that counts on one side only is among them", () => {
  fc.assert(
    fc.property(fc.option(anyStay), fc.option(anyStay), fc.nat(60), (before, after, offset) => {
      const day: CivilDate = addDays(ORIGIN, offset);
      const counts = (each: Stay | null) => each !== null && isAttachedOn(each, day);
      const changed = changedDays(before, after);
      if (counts(before) !== counts(after)) expect(changed && isAttachedOn(changed, day)).toBe(true);
    }),
  );
});
