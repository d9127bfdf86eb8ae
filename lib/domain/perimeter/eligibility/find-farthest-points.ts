import type { Place } from "@/lib/domain/profiles/sun-position";
import { geodesicDistanceM } from "./geodesic-distance-m";

/** WGS 84. [m] */
const EQUATORIAL_RADIUS_M = 6_378_137;
const FLATTENING = 1 / 298.257223563;
const ECCENTRICITY_SQUARED = FLATTENING * (2 - FLATTENING);
/** The tightest the ellipsoid bends: along the meridian, on the equator. [m] */
const LEAST_CURVATURE_RADIUS_M = EQUATORIAL_RADIUS_M * (1 - ECCENTRICITY_SQUARED);
/** More than floating point loses on a chord between two Earth-sized vectors. [m] */
const ROUNDING_M = 1e-6;

/** Two points and the way between them. */
export type FarthestPoints<T> = { readonly points: readonly [T, T]; readonly distanceM: number };

type Vector = readonly [number, number, number];

/**
 * The two most distant of some points, exactly; null with less than two.
 *
 * A straight chord c is never longer than the way s on the ground, and s never longer than the arc of the tightest
 * circle over c (Schur): c ≤ s ≤ 2·r·asin(c / 2r). Comparing chords is cheap, so all pairs are; the geodesic is computed
 * only for those whose upper bound reaches the way of the longest chord. Within 20 km the two bounds differ by less than
 * 9 mm, so that those are few: a thousand points are 500 000 chords and a handful of geodesics.
 */
export function findFarthestPoints<T extends Place>(points: readonly T[]): FarthestPoints<T> | null {
  const apart = distinctPlaces(points);
  const [first, second] = apart;
  if (!first || !second) return points[0] && points[1] ? { points: [points[0], points[1]], distanceM: 0 } : null;
  const vectors = apart.map(toVector);
  const longestSquared = longestChordSquared(vectors);
  let farthest: FarthestPoints<T> = { points: [first, second], distanceM: 0 };
  let leastSquared = longestSquared * (1 - 1e-9); // the longest chord itself, whatever rounding says
  // Two passes: the longest chords give a distance to beat, then everything that might beat it is measured.
  for (let pass = 0; pass < 2; pass += 1) {
    for (const [i, j] of pairsWithChord(vectors, leastSquared)) {
      const pair = [apart[i] as T, apart[j] as T] as const;
      const distanceM = geodesicDistanceM(...pair);
      if (distanceM > farthest.distanceM) farthest = { points: pair, distanceM };
    }
    leastSquared = shortestChordM(farthest.distanceM) ** 2;
  }
  return farthest;
}

// A building of two hundred flats is one place.
function distinctPlaces<T extends Place>(points: readonly T[]): readonly T[] {
  const seen = new Map(points.map((point) => [`${point.latitudeDegrees} ${point.longitudeDegrees}`, point]));
  return [...seen.values()];
}

function toVector({ latitudeDegrees, longitudeDegrees }: Place): Vector {
  const latitude = (latitudeDegrees * Math.PI) / 180;
  const longitude = (longitudeDegrees * Math.PI) / 180;
  const radius = EQUATORIAL_RADIUS_M / Math.sqrt(1 - ECCENTRICITY_SQUARED * Math.sin(latitude) ** 2);
  return [
    radius * Math.cos(latitude) * Math.cos(longitude),
    radius * Math.cos(latitude) * Math.sin(longitude),
    radius * (1 - ECCENTRICITY_SQUARED) * Math.sin(latitude),
  ];
}

/** No chord of a way this long on the ground is shorter. [m] */
function shortestChordM(distanceM: number): number {
  const halfAngle = Math.min(distanceM / (2 * LEAST_CURVATURE_RADIUS_M), Math.PI / 2);
  return Math.max(2 * LEAST_CURVATURE_RADIUS_M * Math.sin(halfAngle) - ROUNDING_M, 0);
}

function longestChordSquared(vectors: readonly Vector[]): number {
  let longest = 0;
  for (let i = 0; i < vectors.length; i += 1) {
    for (let j = i + 1; j < vectors.length; j += 1) {
      longest = Math.max(longest, chordSquared(vectors[i] as Vector, vectors[j] as Vector));
    }
  }
  return longest;
}

function* pairsWithChord(vectors: readonly Vector[], leastSquared: number): Generator<readonly [number, number]> {
  for (let i = 0; i < vectors.length; i += 1) {
    for (let j = i + 1; j < vectors.length; j += 1) {
      if (chordSquared(vectors[i] as Vector, vectors[j] as Vector) >= leastSquared) yield [i, j];
    }
  }
}

function chordSquared([x, y, z]: Vector, [u, v, w]: Vector): number {
  return (x - u) ** 2 + (y - v) ** 2 + (z - w) ** 2;
}
