import { expect, test } from "vitest";
import { listOwnYear } from "@/lib/domain/participant-space/list-own-year";
import type { OwnMonth } from "@/lib/domain/participant-space/own-months";
import { addMonths } from "@/lib/domain/time/add-months";
import { type CivilDate, civilDate } from "@/lib/domain/time/civil-date";

const periodOf = (from: CivilDate) => ({ from, toExclusive: addMonths(from, 1) });
const periods = Array.from({ length: 24 }, (_, index) => periodOf(addMonths(civilDate("2025-01-01"), index)));
const monthOf = (day: string): OwnMonth => ({
  run: {
    ...{ id: day, period: periodOf(civilDate(day)), version: 1, createdAt: new Date(0) },
    ...{ isClosed: true, isStale: false },
  },
  ...{ consumption: null, production: null, sources: null },
});
const told = (months: readonly string[], stays: readonly [string, string | null][], today: string) =>
  listOwnYear(
    months.map(monthOf),
    periods,
    stays.map(([from, to]) => ({ from: civilDate(from), toExclusive: to === null ? null : civilDate(to) })),
    civilDate(today),
  ).map(({ period, month }) => `${period.from.slice(0, 7)}${month ? "" : " ?"}`);

test.for([
  {
    what: "keeps the place of a month between two that is not settled",
    months: ["2026-04-01", "2026-06-01"],
    stays: [["2026-04-10", null]],
    today: "2026-07-05",
    shown: ["2026-04", "2026-05 ?", "2026-06"],
  },
  {
    what: "shows months that are over and wait, not the one that runs",
    months: ["2026-04-01"],
    stays: [["2026-04-01", null]],
    today: "2026-06-30",
    shown: ["2026-04", "2026-05 ?"],
  },
  {
    what: "has no place for months he was not there",
    months: ["2026-01-01", "2026-05-01"],
    stays: [
      ["2026-01-01", "2026-02-01"],
      ["2026-05-01", null],
    ],
    today: "2026-06-01",
    shown: ["2026-01", "2026-05"],
  },
] as { what: string; months: string[]; stays: [string, string | null][]; today: string; shown: string[] }[])(
  "$what",
  ({ months, stays, today, shown }) => {
    expect(told(months, stays, today)).toEqual(shown);
  },
);

test("is a year long, whatever is settled before", () => {
  const shown = told(["2025-01-01", "2025-12-01"], [["2025-01-01", null]], "2026-06-01");
  expect(shown).toHaveLength(12);
  expect(shown.at(-1)).toBe("2026-05 ?");
});

test("ends with the last settled month when nothing was for more than a year", () => {
  expect(told(["2025-01-01", "2025-03-01"], [["2025-01-01", null]], "2026-06-01")).toEqual([
    "2025-01",
    "2025-02 ?",
    "2025-03",
  ]);
});

test("gives a settled period its own place when the calendar was cut anew since", () => {
  const month = monthOf("2026-03-01");
  const recut = [{ from: civilDate("2026-03-01"), toExclusive: civilDate("2026-03-15") }];
  const stays = [{ from: civilDate("2026-01-01"), toExclusive: null }];
  expect(listOwnYear([month], recut, stays, civilDate("2026-06-01"))).toEqual([{ period: month.run.period, month }]);
});
