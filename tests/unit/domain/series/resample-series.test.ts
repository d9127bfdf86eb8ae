import fc from "fast-check";
import { expect, test } from "vitest";
import { energyToPowerW } from "@/lib/domain/series/energy-to-power-w";
import { powerToEnergyWh } from "@/lib/domain/series/power-to-energy-wh";
import { resampleSeries } from "@/lib/domain/series/resample-series";
import { sumEnergy } from "@/lib/domain/series/sum-energy";

const STEPS = [5, 10, 15, 30, 60] as const;
const someStep = fc.constantFrom(...STEPS);

function series(stepMinutes: number, values: readonly number[]) {
  const energyWh = Object.freeze(values).slice();
  return { axis: { startMs: 0, stepMinutes, length: values.length }, energyWh: Float64Array.from(energyWh) };
}

test.for([
  ["10 to 30", 10, [1, 2, 3, 4, 5, 6], 30, [6, 15]],
  ["a missing step spreads", 10, [1, Number.NaN, 3, 4, 5, 6], 30, [Number.NaN, 15]],
  ["30 to 10, equal parts", 30, [6, 15], 10, [2, 2, 2, 5, 5, 5]],
  ["a missing step gives missing parts", 30, [Number.NaN, 15], 15, [Number.NaN, Number.NaN, 7.5, 7.5]],
  ["10 to 15, by fives", 10, [2, 4, 6], 15, [4, 8]],
  ["the same step", 30, [1, 2], 30, [1, 2]],
] as const)("%s", ([, from, values, to, expected]) => {
  const { axis, energyWh } = resampleSeries(series(from, values), to);
  expect([...energyWh]).toEqual(expected);
  expect(axis).toEqual({ startMs: 0, stepMinutes: to, length: expected.length });
});

test("energy is kept; finer and back is where one came from", () => {
  const hours = fc.array(fc.integer({ min: 0, max: 1e9 }), { minLength: 12, maxLength: 120 });
  fc.assert(
    fc.property(hours, someStep, someStep, (values, from, to) => {
      const whole = series(from, values.slice(0, values.length - (values.length % 12)));
      const other = resampleSeries(whole, to);
      expect(sumEnergy(other.energyWh).knownWh).toBeCloseTo(sumEnergy(whole.energyWh).knownWh, 3);
      if (from % to !== 0) return;
      const back = resampleSeries(other, from).energyWh;
      for (const [t, value] of back.entries()) expect(value).toBeCloseTo(whole.energyWh[t] as number, 5);
    }),
  );
});

test("the sum of energies is the mean of powers (10 min to 30 min)", () => {
  const powers = fc.tuple(
    fc.integer({ min: 0, max: 1e6 }),
    fc.integer({ min: 0, max: 1e6 }),
    fc.integer({ min: 0, max: 1e6 }),
  );
  fc.assert(
    fc.property(powers, (powersW) => {
      const tens = series(
        10,
        powersW.map((powerW) => powerToEnergyWh(powerW, 10)),
      );
      const [half = Number.NaN] = resampleSeries(tens, 30).energyWh;
      expect(energyToPowerW(half, 30)).toBeCloseTo((powersW[0] + powersW[1] + powersW[2]) / 3, 6);
    }),
  );
});

test.for([7, 0, -30, 45, 2.5])("a step of %d min does not fit in two hours", (step) => {
  const refused = expect.objectContaining({ code: "INVALID_STEP" });
  expect(() => resampleSeries(series(30, [1, 2, 3, 4]), step)).toThrow(refused);
});

test("a total with a missing step is null, the known part is told apart", () => {
  expect(sumEnergy(Float64Array.of(1, 2))).toEqual({ totalWh: 3, knownWh: 3, missingCount: 0 });
  expect(sumEnergy(Float64Array.of(1, Number.NaN, 2))).toEqual({ totalWh: null, knownWh: 3, missingCount: 1 });
  expect(sumEnergy(new Float64Array(0))).toEqual({ totalWh: 0, knownWh: 0, missingCount: 0 });
});

test("watts and watt-hours", () => {
  expect(powerToEnergyWh(6666, 30)).toBe(3333);
  expect(powerToEnergyWh(100, 10)).toBe(1000 / 60);
  expect(energyToPowerW(3333, 30)).toBe(6666);
  expect(powerToEnergyWh(Number.NaN, 30)).toBeNaN();
});

const watts = (stepMinutes: number, values: readonly number[]) =>
  series(
    stepMinutes,
    values.map((powerW) => powerToEnergyWh(powerW, stepMinutes)),
  );

test.for([5, 10, 15, 60])("a curve of %d min on an operation of 30: the energy of each hour is the same", (from) => {
  const perHour = 60 / from;
  const powers = fc.array(fc.nat({ max: 1e6 }), { minLength: perHour * 3, maxLength: perHour * 3 });
  fc.assert(
    fc.property(powers, (powersW) => {
      const halves = resampleSeries(watts(from, powersW), 30);
      expect(halves.axis).toEqual({ startMs: 0, stepMinutes: 30, length: 6 });
      for (let hour = 0; hour < 3; hour += 1) {
        const mean = powersW.slice(hour * perHour, (hour + 1) * perHour).reduce((sum, w) => sum + w / perHour, 0);
        const [first = Number.NaN, second = Number.NaN] = halves.energyWh.subarray(hour * 2, hour * 2 + 2);
        expect(first + second).toBeCloseTo(mean, 5);
      }
    }),
  );
});

test.for([
  [5, [12, 24, 36, 48, 60, 72, 0, 0, 0, 0, 0, 12], [42, 2]],
  [10, [6, 12, 18, 24, 30, 36], [12, 30]],
  [15, [10, 20, 30, 40], [15, 35]],
  [60, [40], [40, 40]],
] as const)("powers of %d min become their means, an hour's power is held", ([from, powersW, expected]) => {
  const halves = resampleSeries(watts(from, powersW), 30).energyWh;
  expect([...halves].map((energyWh) => energyToPowerW(energyWh, 30))).toEqual(expected);
});

test.for([5, 10, 15, 60])("a missing step of %d min: its half-hours are missing, the others are not", (from) => {
  const powersW = Array.from({ length: (3 * 60) / from }, (_, t) => (t * from === 60 ? Number.NaN : 10));
  const missing = [...resampleSeries(watts(from, powersW), 30).energyWh].map(Number.isNaN);
  expect(missing).toEqual([false, false, true, from === 60, false, false]);
});

test("halving and doubling an hour is exact: powers of two", () => {
  fc.assert(
    fc.property(fc.array(fc.double({ min: 0, max: 1e12, noNaN: true }), { minLength: 1, maxLength: 50 }), (values) => {
      const hours = series(
        60,
        values.map((value) => (value < 1e-300 ? 0 : value)),
      );
      expect(resampleSeries(resampleSeries(hours, 30), 60)).toEqual(hours);
    }),
  );
});
