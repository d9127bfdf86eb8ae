import { expect, test } from "vitest";
import { findHalfDayMs } from "@/lib/domain/measures/suspicions/find-half-day-ms";
import { findSuspicions } from "@/lib/domain/measures/suspicions/find-suspicions";
import { listSunDays } from "@/lib/domain/measures/suspicions/list-sun-days";
import { solarInjection } from "@/lib/domain/profiles/solar-injection";
import { sunPosition } from "@/lib/domain/profiles/sun-position";
import { civilDate } from "@/lib/domain/time/civil-date";
import { parisPeriodAxis } from "@/lib/domain/time/paris-period-axis";

const YEAR = parisPeriodAxis(civilDate("2026-01-01"), civilDate("2027-01-01"), 30);
const PERPIGNAN = { latitudeDegrees: 42.7, longitudeDegrees: 2.9 };

test("sunrise and sunset are where the almanac puts the sun on the horizon", () => {
  for (const sunDay of listSunDays(YEAR, PERPIGNAN)) {
    const halfDayMs = findHalfDayMs(sunDay, 0);
    for (const instantMs of [sunDay.noonMs - halfDayMs, sunDay.noonMs + halfDayMs]) {
      expect(Math.abs(sunPosition(instantMs, PERPIGNAN).cosZenith)).toBeLessThan(0.003); // 0.2°
    }
  }
});

test("beyond the polar circle it may never rise, or never set", () => {
  const [december] = listSunDays(parisPeriodAxis(civilDate("2026-12-21"), civilDate("2026-12-22"), 30), {
    latitudeDegrees: 75,
    longitudeDegrees: 2,
  });
  expect(december && findHalfDayMs(december, 0)).toBe(0);
  expect(december && findHalfDayMs(december, -60)).toBe(43_200_000);
});

// Dunkerque, Brest, Hendaye, Bonifacio, Strasbourg; roofs to the east, the south and the west.
const CORNERS = [
  [51.05, 2.4],
  [48.4, -4.7],
  [43.3, -1.8],
  [41.4, 9.2],
  [48.6, 7.8],
] as const;

test.for(CORNERS)("a roof at %d° north, %d° east raises nothing, whether its place is known or not", (corner) => {
  const [latitudeDegrees, longitudeDegrees] = corner;
  for (const azimuthDegrees of [90, 180, 270]) {
    const place = { latitudeDegrees, longitudeDegrees };
    const site = { ...place, tiltDegrees: 30, azimuthDegrees, peakPowerW: 9_000, weatherSeed: azimuthDegrees };
    const series = solarInjection(site, YEAR);
    const context = { quantity: "injection", isSolar: true, subscribedPowerVa: null, peakPowerW: 9_000 } as const;
    expect(findSuspicions(series, { ...context, place })).toEqual([]);
    expect(findSuspicions(series, { ...context, place: null })).toEqual([]);
  }
});
