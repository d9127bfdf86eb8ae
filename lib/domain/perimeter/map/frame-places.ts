import type { Place } from "@/lib/domain/profiles/sun-position";
import type { MapFrame, MapSize } from "./map-frame";

/** WGS 84. [m] */
const EQUATORIAL_RADIUS_M = 6_378_137;
const ECCENTRICITY_SQUARED = 0.00669437999014;
/** Less than this is not spread further over the drawing. [m] */
const LEAST_EXTENT_M = 100;

/**
 * Draws places on the plane that touches the ellipsoid in their middle (local equirectangular), as large as fits.
 *
 * True to scale there; over 20 km the scale drifts by a thousandth, less than a pixel of the drawing.
 */
export function framePlaces(places: readonly Place[], { width, height, margin }: MapSize): MapFrame {
  const latitudes = places.map(({ latitudeDegrees }) => latitudeDegrees);
  const longitudes = places.map(({ longitudeDegrees }) => longitudeDegrees);
  const [south, north] = rangeOf(latitudes);
  const [west, east] = rangeOf(longitudes);
  const { northM, eastM } = metresPerDegree((south + north) / 2);
  const metresPerPixel = Math.max(
    ((east - west) * eastM) / (width - 2 * margin),
    ((north - south) * northM) / (height - 2 * margin),
    LEAST_EXTENT_M / (Math.min(width, height) - 2 * margin),
  );
  const positions = places.map(({ latitudeDegrees, longitudeDegrees }) => ({
    x: width / 2 + ((longitudeDegrees - (west + east) / 2) * eastM) / metresPerPixel,
    y: height / 2 - ((latitudeDegrees - (south + north) / 2) * northM) / metresPerPixel,
  }));
  return { positions, metresPerPixel, tiles: [] };
}

function rangeOf(values: readonly number[]): readonly [number, number] {
  return values.reduce<readonly [number, number]>(
    ([min, max], value) => [Math.min(min, value), Math.max(max, value)],
    [values[0] ?? 0, values[0] ?? 0],
  );
}

function metresPerDegree(latitudeDegrees: number): { readonly northM: number; readonly eastM: number } {
  const latitude = (latitudeDegrees * Math.PI) / 180;
  const flattened = 1 - ECCENTRICITY_SQUARED * Math.sin(latitude) ** 2;
  const meridianM = (EQUATORIAL_RADIUS_M * (1 - ECCENTRICITY_SQUARED)) / flattened ** 1.5;
  const parallelM = (EQUATORIAL_RADIUS_M / Math.sqrt(flattened)) * Math.cos(latitude);
  return { northM: (meridianM * Math.PI) / 180, eastM: (parallelM * Math.PI) / 180 };
}
