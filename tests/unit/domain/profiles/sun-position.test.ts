import { describe, expect, test } from "vitest";
import { sunPosition } from "@/lib/domain/profiles/sun-position";

const DEGREE = Math.PI / 180;
const GREENWICH = { latitudeDegrees: 51.4779, longitudeDegrees: 0 };

// Worked example of I. Reda, A. Andreas, "Solar position algorithm for solar radiation applications",
// NREL/TP-560-34302, 2003, appendix A.5: Golden, Colorado, 17 October 2003, 12:30:30 at UTC−7.
describe("NREL's worked example", () => {
  const golden = { latitudeDegrees: 39.742476, longitudeDegrees: -105.1786 };
  const sun = sunPosition(Date.parse("2003-10-17T12:30:30-07:00"), golden);

  test.for([
    ["elevation without refraction", 90 - Math.acos(sun.cosZenith) / DEGREE, 39.872, 0.02],
    ["azimuth", sun.azimuthDegrees, 194.34024, 0.02],
    ["declination", sun.declinationDegrees, -9.31434, 0.01],
    ["distance", sun.distanceAu, 0.99654, 0.0001],
    ["equation of time", sun.equationOfTimeMinutes, 14.6415, 0.05],
  ] as const)("%s", ([, value, published, tolerance]) => {
    expect(Math.abs(value - published)).toBeLessThan(tolerance);
  });

  // Upper limb on the horizon, with 34' of refraction: the centre is 50' below. NREL computes within the UT day, whose
  // sunset in Colorado is that of the evening before.
  test.for([
    ["sunrise", "2003-10-17T06:12:43-07:00"],
    ["sunset", "2003-10-16T17:20:19-07:00"],
  ] as const)("%s within a minute", ([, published]) => {
    const elevation = (minutes: number) =>
      90 - Math.acos(sunPosition(Date.parse(published) + minutes * 60_000, golden).cosZenith) / DEGREE;
    const [low, high] = [elevation(-1), elevation(1)].sort((a, b) => a - b);
    expect(low).toBeLessThan(-50 / 60);
    expect(high).toBeGreaterThan(-50 / 60);
  });
});

// Instants published by the United States Naval Observatory, "Earth's Seasons".
test.for([
  ["March equinox", "2026-03-20T14:46:00Z", 0],
  ["June solstice", "2026-06-21T08:24:00Z", 23.436],
  ["September equinox", "2026-09-23T00:05:00Z", 0],
  ["December solstice", "2026-12-21T20:50:00Z", -23.436],
] as const)("declination at the %s of 2026", ([, instant, degrees]) => {
  expect(Math.abs(sunPosition(Date.parse(instant), GREENWICH).declinationDegrees - degrees)).toBeLessThan(0.015);
});

test("the sun is due south when apparent solar time is noon, whatever the longitude", () => {
  for (const longitudeDegrees of [-5, 0, 2.75, 8]) {
    const noonMs = Date.parse("2026-05-02T12:00:00Z") - longitudeDegrees * 240_000;
    const { equationOfTimeMinutes } = sunPosition(noonMs, GREENWICH);
    const sun = sunPosition(noonMs - equationOfTimeMinutes * 60_000, { latitudeDegrees: 42.7, longitudeDegrees });
    expect(Math.abs(sun.azimuthDegrees - 180)).toBeLessThan(0.01);
  }
});
