import fc from "fast-check";
import { expect, test } from "vitest";
import { findFarthestPoints } from "@/lib/domain/perimeter/eligibility/find-farthest-points";
import { geodesicDistanceM } from "@/lib/domain/perimeter/eligibility/geodesic-distance-m";
import { seededUniform } from "@/lib/domain/profiles/seeded-uniform";
import type { Place } from "@/lib/domain/profiles/sun-position";

function longestByBruteForce(points: readonly Place[]): number {
  let longest = 0;
  for (const [index, from] of points.entries()) {
    for (const to of points.slice(index + 1)) longest = Math.max(longest, geodesicDistanceM(from, to));
  }
  return longest;
}

const degrees = (min: number, max: number) => fc.double({ min, max, noNaN: true });
const village = fc.record({ latitudeDegrees: degrees(42.69, 42.71), longitudeDegrees: degrees(2.74, 2.76) });
const world = fc.record({ latitudeDegrees: degrees(-90, 90), longitudeDegrees: degrees(-180, 180) });
// The same place twice, and pairs that a rounding could swap.
const grid = fc.record({
  latitudeDegrees: fc.integer({ min: 0, max: 3 }).map((step) => 42.7 + step / 1000),
  longitudeDegrees: fc.integer({ min: 0, max: 3 }).map((step) => 2.75 + step / 1000),
});

test.for([
  ["a village", village],
  ["a grid", grid],
  ["the world", world],
] as const)("over %s it is the pair that all pairs measured would give", ([, place]) => {
  fc.assert(
    fc.property(fc.array(place, { minLength: 2, maxLength: 25 }), (points) => {
      const found = findFarthestPoints(points);
      expect(found?.distanceM).toBe(longestByBruteForce(points));
      if (found) expect(geodesicDistanceM(...found.points)).toBe(found.distanceM);
    }),
  );
});

test("less than two points have no distance; two at one place have none either", () => {
  const hall = { latitudeDegrees: 42.7036, longitudeDegrees: 2.749 };
  expect(findFarthestPoints([])).toBeNull();
  expect(findFarthestPoints([hall])).toBeNull();
  expect(findFarthestPoints([hall, { ...hall }])).toMatchObject({ distanceM: 0 });
});

test("a thousand points take the time of their chords, not of half a million geodesics", () => {
  const points = Array.from({ length: 1_000 }, (_, index) => ({
    latitudeDegrees: 42.7 + seededUniform(index, 1, 0) / 50,
    longitudeDegrees: 2.75 + seededUniform(index, 2, 0) / 50,
  }));
  const time = <T>(work: () => T) => {
    const startMs = performance.now();
    return { result: work(), elapsedMs: performance.now() - startMs };
  };
  const found = time(() => findFarthestPoints(points));
  const measured = time(() => longestByBruteForce(points));
  expect(found.result?.distanceM).toBe(measured.result);
  expect(found.elapsedMs).toBeLessThan(measured.elapsedMs / 4);
});
