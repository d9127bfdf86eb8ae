import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { BUILDING_PROFILES } from "@/lib/domain/profiles/building-profiles";
import { BUILDING_TYPES, type BuildingType } from "@/lib/domain/profiles/building-type";
import { buildingWithdrawal } from "@/lib/domain/profiles/building-withdrawal";
import { sumEnergy } from "@/lib/domain/series/sum-energy";
import { addDays, civilDate } from "@/lib/domain/time/civil-date";
import { parisDayAxis } from "@/lib/domain/time/paris-day-axis";
import { parisPeriodAxis } from "@/lib/domain/time/paris-period-axis";

const YEAR_FROM = civilDate("2025-10-01");
const YEAR = parisPeriodAxis(YEAR_FROM, civilDate("2026-10-01"), 30);
const ANNUAL_WH = 20_000_000;
const anyType = fc.constantFrom(...BUILDING_TYPES);

function site(type: BuildingType, seed = 1) {
  return { type, annualEnergyWh: ANNUAL_WH, yearFrom: YEAR_FROM, weatherSeed: 4, seed };
}

function dayWh(type: BuildingType, day: string): Float64Array {
  return buildingWithdrawal(site(type), parisDayAxis(civilDate(day), 30)).energyWh;
}

function meanDailyWh(type: BuildingType, from: string, toExclusive: string): number {
  const axis = parisPeriodAxis(civilDate(from), civilDate(toExclusive), 30);
  return (sumEnergy(buildingWithdrawal(site(type), axis).energyWh).knownWh / axis.length) * 48;
}

// Local hour of the steepest rise of the morning.
function openingHour(type: BuildingType, day: string): number {
  const values = [...dayWh(type, day)].slice(0, 24);
  const rises = values.map((value, step) => value - (values[step - 1] ?? value));
  return rises.indexOf(Math.max(...rises)) / 2;
}

describe.for(BUILDING_TYPES)("%s", (type) => {
  test("adds up to the annual energy, whatever the step", () => {
    for (const stepMinutes of [10, 30, 60]) {
      const axis = parisPeriodAxis(YEAR_FROM, civilDate("2026-10-01"), stepMinutes);
      const total = sumEnergy(buildingWithdrawal(site(type), axis).energyWh).knownWh;
      expect(Math.abs(total / ANNUAL_WH - 1)).toBeLessThan(1e-12);
    }
  });

  test("always draws something, and less than eight times its mean", () => {
    const mean = ANNUAL_WH / YEAR.length;
    const { energyWh } = buildingWithdrawal(site(type), YEAR);
    expect(energyWh.every((value) => value > 0 && value < 8 * mean)).toBe(true);
  });

  test("its profile has seven days of openings inside the day", () => {
    const { week, events } = BUILDING_PROFILES[type];
    expect(week).toHaveLength(7);
    for (const { from, to, level } of [...week.flat(), ...events]) {
      expect(from).toBeGreaterThanOrEqual(0);
      expect(to).toBeGreaterThan(from);
      expect(to).toBeLessThanOrEqual(24);
      expect(level).toBeGreaterThan(0);
    }
    for (const { probabilityByWeekday } of events) expect(probabilityByWeekday).toHaveLength(7);
  });
});

test("a day computed alone equals the same day cut out of the year", () => {
  fc.assert(
    fc.property(anyType, fc.integer({ min: 0, max: 364 }), (type, rank) => {
      const axis = parisDayAxis(addDays(YEAR_FROM, rank), 30);
      const first = (axis.startMs - YEAR.startMs) / 1_800_000;
      const year = buildingWithdrawal(site(type), YEAR).energyWh;
      expect(buildingWithdrawal(site(type), axis).energyWh).toEqual(year.slice(first, first + axis.length));
    }),
    { numRuns: 20 },
  );
});

test("an axis that starts in the middle of a day is served too", () => {
  const noon = { startMs: Date.parse("2026-06-09T10:00:00Z"), stepMinutes: 30, length: 4 };
  expect(buildingWithdrawal(site("town_hall"), noon).energyWh).toEqual(dayWh("town_hall", "2026-06-09").slice(24, 28));
});

test("two buildings of one kind differ by their seed", () => {
  const day = parisDayAxis(civilDate("2026-06-09"), 30);
  const [one, two] = [1, 2].map((seed) => buildingWithdrawal(site("town_hall", seed), day).energyWh);
  expect(one).not.toEqual(two);
});

describe("follows the clock on the wall across both changes", () => {
  test.for([
    ["town_hall", "2026-03-27", "2026-03-30"],
    ["primary_school", "2026-03-27", "2026-03-30"],
    ["technical_centre", "2025-10-24", "2025-10-27"],
    ["town_hall", "2026-10-23", "2026-10-26"],
  ] as const)("%s opens at the same local time on %s and %s", ([type, before, after]) => {
    expect(Math.abs(openingHour(type, before) - openingHour(type, after))).toBeLessThanOrEqual(0.5);
  });

  test.for([
    ["2026-03-29", 46],
    ["2025-10-26", 50],
    ["2026-10-25", 50],
  ] as const)("%s has %i half-hours", ([day, length]) => {
    expect(dayWh("dwelling", day)).toHaveLength(length);
  });

  // Water heats from 22:30 to 02:30 by the clock: it stops at the first 02:30 of October, and at 02:00 starts again.
  test("the hour that comes twice in October is lived twice", () => {
    const values = dayWh("dwelling_electric_heating", "2026-10-25");
    const [firstTwo, firstHalfPast, secondTwo, secondHalfPast] = values.slice(4, 8) as unknown as [
      number,
      number,
      number,
      number,
    ];
    expect(Math.min(firstTwo, secondTwo)).toBeGreaterThan(1.5 * Math.max(firstHalfPast, secondHalfPast));
  });
});

describe("holidays", () => {
  test.for(["nursery_school", "primary_school", "school_canteen"] as const)("%s rests in August", (type) => {
    const june = meanDailyWh(type, "2026-06-08", "2026-06-15");
    const august = meanDailyWh(type, "2026-08-10", "2026-08-17");
    expect(august).toBeLessThan(0.5 * june);
    const nightOfJune = sumEnergy(dayWh(type, "2026-06-09").slice(0, 8)).knownWh * 6;
    expect(august).toBeLessThan(1.4 * nightOfJune); // nearly its base load
  });

  test.for([
    ["2026-02-09", "2026-02-14", "2026-02-23", "2026-02-28"],
    ["2025-10-06", "2025-10-11", "2025-10-20", "2025-10-25"],
  ] as const)("the schools use less in the holidays than in term (%s)", ([from, to, holidayFrom, holidayTo]) => {
    for (const type of ["nursery_school", "primary_school", "school_canteen"] as const) {
      expect(meanDailyWh(type, holidayFrom, holidayTo)).toBeLessThan(0.75 * meanDailyWh(type, from, to));
    }
  });

  test("a public holiday is a Sunday for the town hall", () => {
    const fourteenthOfJuly = sumEnergy(dayWh("town_hall", "2026-07-14")).knownWh;
    const tuesdayBefore = sumEnergy(dayWh("town_hall", "2026-07-07")).knownWh;
    expect(fourteenthOfJuly).toBeLessThan(0.6 * tuesdayBefore);
  });
});

describe("habits", () => {
  test("the canteen peaks at lunch", () => {
    const values = [...dayWh("school_canteen", "2026-06-09")];
    const peak = values.indexOf(Math.max(...values)) / 2;
    expect(peak).toBeGreaterThanOrEqual(10.5);
    expect(peak).toBeLessThan(13.5);
  });

  test("the sports hall peaks in the evening", () => {
    const values = [...dayWh("sports_hall", "2026-06-09")];
    expect(values.indexOf(Math.max(...values)) / 2).toBeGreaterThanOrEqual(17);
  });

  test("the school uses less on Wednesday and Saturday than on Tuesday", () => {
    const [tuesday, wednesday, saturday] = ["2026-06-09", "2026-06-10", "2026-06-13"].map(
      (day) => sumEnergy(dayWh("primary_school", day)).knownWh,
    ) as [number, number, number];
    expect(wednesday).toBeLessThan(0.6 * tuesday);
    expect(saturday).toBeLessThan(0.6 * tuesday);
  });

  test("electric heating shows in winter, and hardly in a home without it", () => {
    const ratio = (type: BuildingType) =>
      meanDailyWh(type, "2026-01-01", "2026-02-01") / meanDailyWh(type, "2026-06-01", "2026-07-01");
    expect(ratio("dwelling_electric_heating")).toBeGreaterThan(1.8);
    expect(Math.abs(ratio("dwelling") - 1)).toBeLessThan(0.15);
  });

  test("the function room is busier on Saturdays than on Mondays over the year", () => {
    const { energyWh } = buildingWithdrawal(site("function_room"), YEAR);
    const byWeekday = new Float64Array(7);
    energyWh.forEach((value, step) => {
      const weekday = (Math.floor((YEAR.startMs + step * 1_800_000 + 7_200_000) / 86_400_000) + 3) % 7;
      byWeekday[weekday] = (byWeekday[weekday] as number) + value;
    });
    expect(byWeekday[5]).toBeGreaterThan(1.3 * (byWeekday[0] as number));
  });
});

test("refuses a step that does not divide the hour", () => {
  const axis = { startMs: 0, stepMinutes: 7, length: 1 };
  expect(() => buildingWithdrawal(site("town_hall"), axis)).toThrow(expect.objectContaining({ code: "INVALID_STEP" }));
});
