import fc from "fast-check";
import { expect, test } from "vitest";
import { type SolarSite, solarInjection } from "@/lib/domain/profiles/solar-injection";
import { sunPosition } from "@/lib/domain/profiles/sun-position";
import { sumEnergy } from "@/lib/domain/series/sum-energy";
import { addDays, civilDate } from "@/lib/domain/time/civil-date";
import { parisDayAxis } from "@/lib/domain/time/paris-day-axis";
import { parisPeriodAxis } from "@/lib/domain/time/paris-period-axis";

const ROOF: SolarSite = {
  latitudeDegrees: 42.7,
  longitudeDegrees: 2.75,
  tiltDegrees: 15,
  azimuthDegrees: 180,
  peakPowerW: 54_000,
  weatherSeed: 4,
};
const YEAR = parisPeriodAxis(civilDate("2025-10-01"), civilDate("2026-10-01"), 30);

function yieldPerPeak(site: SolarSite, axis = YEAR): number {
  return sumEnergy(solarInjection(site, axis).energyWh).knownWh / site.peakPowerW;
}

// PVGIS gives 1 300 to 1 500 kWh/kWc on such roofs around Perpignan: an order of magnitude, whatever the weather.
test.for([1, 2, 3, 4, 5, 66, 2025, 2026])("weather %i yields 1 300 to 1 500 kWh/kWc a year", (weatherSeed) => {
  expect(yieldPerPeak({ ...ROOF, weatherSeed })).toBeGreaterThan(1_300);
  expect(yieldPerPeak({ ...ROOF, weatherSeed })).toBeLessThan(1_500);
});

test("July gives more than twice December", () => {
  const july = parisPeriodAxis(civilDate("2026-07-01"), civilDate("2026-08-01"), 30);
  const december = parisPeriodAxis(civilDate("2025-12-01"), civilDate("2026-01-01"), 30);
  expect(yieldPerPeak(ROOF, july)).toBeGreaterThan(2 * yieldPerPeak(ROOF, december));
});

test("nothing at night, something by day, never above the inverter", () => {
  const { energyWh } = solarInjection(ROOF, YEAR);
  for (let step = 0; step < YEAR.length; step += 1) {
    const middleMs = YEAR.startMs + (step + 0.5) * 1_800_000;
    const isDay = sunPosition(middleMs, ROOF).cosZenith > 0;
    if ((energyWh[step] as number) > 0 !== isDay) throw new Error(`step ${step}`);
  }
  expect(Math.max(...energyWh)).toBeLessThanOrEqual(ROOF.peakPowerW * 0.9 * 0.5);
});

test("is proportional to the peak power", () => {
  const day = parisDayAxis(civilDate("2026-06-21"), 30);
  const twice = solarInjection({ ...ROOF, peakPowerW: 108_000 }, day).energyWh;
  expect(solarInjection(ROOF, day).energyWh.map((value) => value * 2)).toEqual(twice);
});

test("a day computed alone equals the same day cut out of a year", () => {
  const year = solarInjection(ROOF, YEAR).energyWh;
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 364 }), (rank) => {
      const axis = parisDayAxis(addDays(civilDate("2025-10-01"), rank), 30);
      const first = (axis.startMs - YEAR.startMs) / 1_800_000;
      expect(solarInjection(ROOF, axis).energyWh).toEqual(year.slice(first, first + axis.length));
    }),
  );
});

test.for([10, 15, 60])("%i-minute steps give the energy of the half-hours, to 1 %%", (stepMinutes) => {
  const month = parisPeriodAxis(civilDate("2026-06-01"), civilDate("2026-07-01"), 30);
  const other = parisPeriodAxis(civilDate("2026-06-01"), civilDate("2026-07-01"), stepMinutes);
  expect(Math.abs(yieldPerPeak(ROOF, other) / yieldPerPeak(ROOF, month) - 1)).toBeLessThan(0.01);
});

test("the sun does not change the clock: on both change days it peaks at the same UTC time as the day before", () => {
  const peakMs = (day: string) => {
    const axis = parisDayAxis(civilDate(day), 30);
    const { energyWh } = solarInjection(ROOF, axis);
    const weighted = energyWh.reduce((sum, value, step) => sum + value * (axis.startMs + (step + 0.5) * 1_800_000), 0);
    return (weighted / sumEnergy(energyWh).knownWh) % 86_400_000;
  };
  for (const [before, change] of [
    ["2026-03-28", "2026-03-29"],
    ["2026-10-24", "2026-10-25"],
  ] as const) {
    expect(Math.abs(peakMs(change) - peakMs(before))).toBeLessThan(1_800_000);
  }
});
