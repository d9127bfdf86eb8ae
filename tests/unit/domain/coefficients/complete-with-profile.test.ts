import { describe, expect, test } from "vitest";
import { completeWithProfile } from "@/lib/domain/coefficients/complete-with-profile";

const DAY = 24; // steps of an hour
const YEAR = 365 * DAY;
const SHAPE = Float64Array.from({ length: YEAR }, (_, t) => 1 + (t % DAY));
const SHAPE_SUM = SHAPE.reduce((sum, value) => sum + value, 0);

/** Twice the profile on the days [from, to[, missing elsewhere. */
const measuredOn = (fromDay: number, toDay: number) =>
  Float64Array.from(SHAPE, (value, t) => (t >= fromDay * DAY && t < toDay * DAY ? 2 * value : Number.NaN));
const total = (curve: Float64Array | undefined) => curve?.reduce((sum, wh) => sum + wh, 0);

describe("a year of measures", () => {
  test("that is whole is left as it is", () => {
    const measured = measuredOn(0, 365);
    expect(completeWithProfile(measured, SHAPE, 1, 60)).toEqual({ energyWh: measured, origin: "measured" });
  });

  test("with a hole in its midst, or a few days late, keeps what it misses", () => {
    const measured = measuredOn(5, 350);
    measured[200 * DAY] = Number.NaN;
    expect(completeWithProfile(measured, SHAPE, 1, 60)).toEqual({ energyWh: measured, origin: "measured" });
  });

  test.for([
    { name: "begins late", from: 300, to: 365 },
    { name: "ends early", from: 0, to: 60 },
  ])("that $name is completed at the scale of what is measured, not of what was entered", ({ from, to }) => {
    const completed = completeWithProfile(measuredOn(from, to), SHAPE, 1, 60);
    expect(completed?.origin).toBe("completed");
    expect(total(completed?.energyWh)).toBeCloseTo(2 * SHAPE_SUM, 3);
  });

  test("too short to tell is completed at the scale of what was entered", () => {
    const completed = completeWithProfile(measuredOn(100, 110), SHAPE, SHAPE_SUM, 60);
    expect(completed?.origin).toBe("completed");
    expect(completed?.energyWh[0]).toBeCloseTo(1, 9);
    expect(completed?.energyWh[100 * DAY]).toBe(2);
  });

  test("without a value is the profile of what was entered", () => {
    const completed = completeWithProfile(measuredOn(0, 0), SHAPE, 5_000, 60);
    expect(completed?.origin).toBe("typical");
    expect(total(completed?.energyWh)).toBeCloseTo(5_000, 6);
  });

  test.for([
    { name: "no value and no figure", from: 0, to: 0 },
    { name: "a few days and no figure", from: 100, to: 110 },
  ])("with $name says nothing: nothing is guessed", ({ from, to }) => {
    expect(completeWithProfile(measuredOn(from, to), SHAPE, null, 60)).toBeNull();
  });
});
