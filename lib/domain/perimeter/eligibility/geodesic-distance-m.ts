import geographiclib from "geographiclib-geodesic";
import type { Place } from "@/lib/domain/profiles/sun-position";

/**
 * Length of the shortest way between two places on the WGS 84 ellipsoid, exact to 15 nm. [m]
 *
 * @see C. F. F. Karney, Algorithms for geodesics, J. Geodesy 87, 43–55 (2013), doi:10.1007/s00190-012-0578-z.
 */
export function geodesicDistanceM(from: Place, to: Place): number {
  const { s12 } = geographiclib.Geodesic.WGS84.Inverse(
    from.latitudeDegrees,
    from.longitudeDegrees,
    to.latitudeDegrees,
    to.longitudeDegrees,
    geographiclib.Geodesic.DISTANCE,
  );
  return s12 ?? Number.NaN;
}
