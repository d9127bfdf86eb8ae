import fc from "fast-check";
import { expect, test } from "vitest";
import { averageSeasonDays } from "@/lib/domain/dashboard/average-season-days";
import type { CivilSeason } from "@/lib/domain/dashboard/civil-season";
import type { DayKind, SharedDay } from "@/lib/domain/dashboard/typical-day";
import { addDays, civilDate } from "@/lib/domain/time/civil-date";
import { parisDayAxis } from "@/lib/domain/time/paris-day-axis";
import { parisLocalTime } from "@/lib/domain/time/paris-local-time";

const day = (text: string, stepMinutes: number, energyWh: (step: number, minuteOfDay: number) => number): SharedDay => {
  const axis = parisDayAxis(civilDate(text), stepMinutes);
  const values = Float64Array.from({ length: axis.length }, (_, step) =>
    energyWh(step, parisLocalTime(axis.startMs + step * stepMinutes * 60_000).minuteOfDay),
  );
  return { day: civilDate(text), stepMinutes, productionWh: values, withdrawalWh: values, selfConsumedWh: values };
};

const pick = (days: readonly SharedDay[], season: CivilSeason, kind: DayKind = "all") => {
  const found = averageSeasonDays(days).find((each) => each.season === season && each.kind === kind);
  if (!found) throw new Error("every season and kind has its day");
  return found;
};

test("two days give their mean; weekdays and weekends are told apart", () => {
  const [friday, saturday] = [day("2026-07-03", 30, () => 100), day("2026-07-04", 30, () => 300)];
  expect(pick([friday, saturday], "summer")).toMatchObject({ days: 2, productionWh: Array(48).fill(200) });
  expect(pick([friday, saturday], "summer", "weekday")).toMatchObject({ days: 1, productionWh: Array(48).fill(100) });
  expect(pick([friday, saturday], "summer", "weekend")).toMatchObject({ days: 1, productionWh: Array(48).fill(300) });
});

test("a season without a day is unknown, not zero", () => {
  expect(pick([day("2026-07-03", 30, () => 1)], "winter")).toMatchObject({
    days: 0,
    productionWh: Array(48).fill(null),
  });
});

// The clock skips 02:00 to 03:00 on 29 March 2026 and shows it twice on 25 October 2026.
test.for([
  ["2026-03-29", "2026-03-30", "spring", 200],
  ["2026-10-25", "2026-10-26", "autumn", (100 + 100 + 200) / 3],
] as const)("on %s each step stands under the hour the clock shows", ([changing, ordinary, season, atTwo]) => {
  const changed = day(changing, 30, (_, minute) => (minute === 120 ? 100 : minute));
  const whole = day(ordinary, 30, (_, minute) => (minute === 120 ? 200 : minute));
  const { days, productionWh } = pick([changed, whole], season);
  expect(days).toBe(2);
  expect(productionWh[4]).toBeCloseTo(atTwo, 9);
  for (const slot of [0, 3, 6, 20, 47]) expect(productionWh[slot]).toBeCloseTo(slot * 30, 9);
});

test.for([5, 10, 15, 30, 60])("a constant power is the same mean at steps of %i minutes", (stepMinutes) => {
  const days = ["2026-03-28", "2026-03-29", "2026-03-30"].map((text) => day(text, stepMinutes, () => stepMinutes * 20));
  for (const value of pick(days, "spring").withdrawalWh) expect(value).toBeCloseTo(600, 9);
});

test("a missing value takes its step out, of all three energies, and lowers nothing", () => {
  const known = day("2026-01-05", 30, () => 100);
  const withGap = { ...known, day: civilDate("2026-01-06"), productionWh: known.productionWh.with(10, Number.NaN) };
  const mean = pick([known, { ...withGap, withdrawalWh: known.withdrawalWh.with(10, 900) }], "winter");
  expect([mean.days, mean.productionWh[10], mean.withdrawalWh[10]]).toEqual([2, 100, 100]);
  const alone = pick([withGap], "winter");
  expect([alone.days, alone.productionWh[10], alone.withdrawalWh[10], alone.withdrawalWh[11]]).toEqual([
    1,
    null,
    null,
    100,
  ]);
});

test("means lie between what was stored, do not depend on the order, and never share more than there is", () => {
  const anyDay = fc
    .tuple(fc.integer({ min: 0, max: 730 }), fc.constantFrom(10, 15, 30, 60), fc.infiniteStream(fc.nat(5_000)))
    .map(([offset, stepMinutes, noise]): SharedDay => {
      const produced = day(addDays(civilDate("2025-01-01"), offset), stepMinutes, () => noise.next().value);
      const withdrawalWh = produced.productionWh.map(() => noise.next().value);
      const selfConsumedWh = produced.productionWh.map((value, step) => Math.min(value, withdrawalWh[step] as number));
      return { ...produced, withdrawalWh, selfConsumedWh };
    });
  fc.assert(
    fc.property(fc.array(anyDay, { minLength: 1, maxLength: 6 }), (days) => {
      const forward = averageSeasonDays(days);
      const backward = averageSeasonDays(days.toReversed());
      const totals = forward.filter(({ kind }) => kind === "all");
      expect(totals.reduce((sum, each) => sum + each.days, 0)).toBe(days.length);
      for (const [index, each] of forward.entries()) {
        each.selfConsumedWh.forEach((shared, slot) => {
          if (shared === null) return;
          const least = Math.min(each.productionWh[slot] as number, each.withdrawalWh[slot] as number);
          expect(shared).toBeLessThanOrEqual(least * (1 + 1e-12) + 1e-9);
          expect(shared).toBeCloseTo(backward[index]?.selfConsumedWh[slot] as number, 6);
        });
      }
    }),
    { numRuns: 50 },
  );
});
