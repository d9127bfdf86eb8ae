import fc from "fast-check";
import { expect, test } from "vitest";
import { comparePeriods } from "@/lib/domain/explorer/compare-periods";
import { civilDate } from "@/lib/domain/time/civil-date";
import { listParisDays } from "@/lib/domain/time/list-paris-days";
import { parisPeriodAxis } from "@/lib/domain/time/paris-period-axis";

const NO = Number.NaN;

/** A curve worth the day of the month at every step. */
function dayCurve(from: string, to: string) {
  const axis = parisPeriodAxis(civilDate(from), civilDate(to), 30);
  const energyWh = new Float64Array(axis.length);
  for (const { day, start, length } of listParisDays(axis)) energyWh.fill(Number(day.slice(8)), start, start + length);
  return { axis, energyWh };
}

function firstOfDays({ axis }: ReturnType<typeof dayCurve>, values: Float64Array) {
  return listParisDays(axis).map(({ start }) => values[start]);
}

test("by date, the 3rd faces the 3rd; by weekday, a Tuesday the nearest Tuesday", () => {
  const [june, lastJune] = [dayCurve("2026-06-01", "2026-06-04"), dayCurve("2025-06-01", "2025-07-01")];
  expect(firstOfDays(june, comparePeriods(june, lastJune, "date").otherWh)).toEqual([1, 2, 3]);
  expect(firstOfDays(june, comparePeriods(june, lastJune, "weekday").otherWh)).toEqual([2, 3, 4]);
});

test("29 February faces nothing, 31 March no day of April", () => {
  const [leap, ordinary] = [dayCurve("2028-02-01", "2028-03-02"), dayCurve("2027-02-01", "2027-03-02")];
  expect(firstOfDays(leap, comparePeriods(leap, ordinary, "date").otherWh).slice(-3)).toEqual([28, NO, 1]);
  const [march, april] = [dayCurve("2026-03-01", "2026-04-01"), dayCurve("2026-04-01", "2026-05-01")];
  expect(firstOfDays(march, comparePeriods(march, april, "date").otherWh).slice(-2)).toEqual([30, NO]);
});

test("periods that start on different days of their month face each other in order", () => {
  const [week, before] = [dayCurve("2026-06-08", "2026-06-10"), dayCurve("2026-05-20", "2026-05-22")];
  expect(firstOfDays(week, comparePeriods(week, before, "date").otherWh)).toEqual([20, 21]);
});

test("on the short March day, clock time faces clock time", () => {
  const ordinary = dayCurve("2026-03-22", "2026-03-23");
  const short = dayCurve("2026-03-29", "2026-03-30");
  expect([...comparePeriods(ordinary, short, "weekday").otherWh.slice(3, 7)]).toEqual([29, NO, NO, 29]);
  const { sharedCount, sharedWh, sharedOtherWh } = comparePeriods(short, ordinary, "weekday");
  expect({ sharedCount, sharedWh, sharedOtherWh }).toEqual({
    sharedCount: 46,
    sharedWh: 46 * 29,
    sharedOtherWh: 46 * 22,
  });
});

test("two steps are not compared", () => {
  const other = dayCurve("2025-06-01", "2025-06-02");
  const finer = parisPeriodAxis(civilDate("2026-06-01"), civilDate("2026-06-02"), 10);
  const series = { axis: finer, energyWh: new Float64Array(finer.length) };
  expect(() => comparePeriods(series, other, "date")).toThrow(expect.objectContaining({ code: "AXIS_MISMATCH" }));
});

test("property: a period laid over itself is itself", () => {
  const axis = parisPeriodAxis(civilDate("2026-10-24"), civilDate("2026-10-27"), 30);
  const value = fc.oneof(fc.constant(NO), fc.integer({ min: 0, max: 99 }));
  fc.assert(
    fc.property(fc.array(value, { minLength: axis.length, maxLength: axis.length }), (wh) => {
      const series = { axis, energyWh: Float64Array.from(wh) };
      expect(comparePeriods(series, series, "date").otherWh).toEqual(series.energyWh);
    }),
    { numRuns: 20 },
  );
});
