import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { clearSkyIrradiance } from "@/lib/domain/profiles/clear-sky-irradiance";
import { diffuseFraction } from "@/lib/domain/profiles/diffuse-fraction";
import { planeIrradiance } from "@/lib/domain/profiles/plane-irradiance";
import { sunPosition } from "@/lib/domain/profiles/sun-position";

const PLACE = { latitudeDegrees: 42.7, longitudeDegrees: 2.75 };
const ROOF = { tiltDegrees: 15, azimuthDegrees: 180 };
const YEAR_START_MS = Date.parse("2026-01-01T00:00:00Z");
const anyInstant = fc.integer({ min: 0, max: 365 * 1_440 }).map((minutes) => YEAR_START_MS + minutes * 60_000);
const anyClearness = fc.double({ min: 0.06, max: 1.03, noNaN: true });

// Values of the Haurwitz model in pvlib-python's own tests (test_clearsky.py, test_haurwitz).
test.for([
  [-20, 0],
  [-0.001, 0],
  [5, 48.6298687941956],
  [10, 135.741748091813],
  [30, 487.894132885425],
  [50, 778.766689344363],
  [90, 1_035.0920325345],
] as const)("clear sky with the sun at %f°: %f W/m²", ([elevationDegrees, expected]) => {
  expect(clearSkyIrradiance(Math.sin((elevationDegrees * Math.PI) / 180))).toBeCloseTo(expected, 8);
});

// The three branches of Erbs et al., computed by hand.
test.for([
  [0, 1],
  [0.1, 0.991],
  [0.5, 0.65915],
  [0.9, 0.165],
] as const)("diffuse fraction at a clearness index of %f: %f", ([clearnessIndex, expected]) => {
  expect(diffuseFraction(clearnessIndex)).toBeCloseTo(expected, 10);
});

describe("planeIrradiance", () => {
  test("a horizontal plane gets the horizontal irradiance", () => {
    fc.assert(
      fc.property(anyInstant, anyClearness, (instantMs, clearness) => {
        const sun = sunPosition(instantMs, PLACE);
        fc.pre(sun.cosZenith > 0.0175);
        const irradiance = planeIrradiance(sun, clearness, { tiltDegrees: 0, azimuthDegrees: 180 });
        expect(irradiance).toBeCloseTo(clearness * clearSkyIrradiance(sun.cosZenith), 9);
      }),
    );
  });

  test("is 0 when the sun is down, between 0 and the sun's own otherwise", () => {
    fc.assert(
      fc.property(anyInstant, anyClearness, (instantMs, clearness) => {
        const sun = sunPosition(instantMs, PLACE);
        const irradiance = planeIrradiance(sun, clearness, ROOF);
        if (sun.cosZenith <= 0) expect(irradiance).toBe(0);
        else expect(irradiance).toBeGreaterThan(0);
        expect(irradiance).toBeLessThan(1_361);
      }),
    );
  });

  test.for(["2026-01-15", "2026-03-20", "2026-06-21", "2026-10-25"])(
    "a cloudless %s is symmetric around solar noon on a roof that looks south",
    (day) => {
      const meanNoonMs = Date.parse(`${day}T12:00:00Z`) - PLACE.longitudeDegrees * 240_000;
      const noonMs = meanNoonMs - sunPosition(meanNoonMs, PLACE).equationOfTimeMinutes * 60_000;
      for (const hours of [0.5, 1, 2, 3, 4]) {
        const [morning, afternoon] = [-hours, hours].map((shift) =>
          planeIrradiance(sunPosition(noonMs + shift * 3_600_000, PLACE), 1, ROOF),
        ) as [number, number];
        // The declination moves by up to 0.13° in between, which shows when the sun is low.
        expect(Math.abs(morning / afternoon - 1)).toBeLessThan(0.02);
      }
    },
  );

  test("turned east it is ahead of noon, turned west behind", () => {
    const morning = sunPosition(Date.parse("2026-06-21T08:00:00Z"), PLACE);
    const [east, west] = [90, 270].map((azimuthDegrees) =>
      planeIrradiance(morning, 1, { tiltDegrees: 30, azimuthDegrees }),
    ) as [number, number];
    expect(east).toBeGreaterThan(west);
  });
});
