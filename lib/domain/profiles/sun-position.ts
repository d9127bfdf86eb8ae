/** A place on Earth; north and east are positive. [°] */
export type Place = {
  readonly latitudeDegrees: number;
  readonly longitudeDegrees: number;
};

/** Where the sun stands, without atmospheric refraction. */
export type SunPosition = {
  /** Cosine of the zenith angle = sine of the elevation; ≤ 0 when the sun is down. */
  readonly cosZenith: number;
  /** Clockwise from north: east 90, south 180. [°] */
  readonly azimuthDegrees: number;
  /** [°] */
  readonly declinationDegrees: number;
  /** Apparent minus mean solar time. [min] */
  readonly equationOfTimeMinutes: number;
  /** Distance from Earth. [astronomical units] */
  readonly distanceAu: number;
};

const DEGREE = Math.PI / 180;
const J2000_MS = Date.UTC(2000, 0, 1, 12);
const DAY_MS = 86_400_000;

/**
 * The sun's place in the sky, to 0.01° between 1950 and 2050.
 *
 * @param instantMs - [ms since 1970-01-01T00:00:00Z]
 *
 * @see J. J. Michalsky, "The Astronomical Almanac's algorithm for approximate solar position (1950–2050)",
 *   Solar Energy 40(3), 1988, pp. 227–235, doi:10.1016/0038-092X(88)90045-X.
 */
export function sunPosition(instantMs: number, { latitudeDegrees, longitudeDegrees }: Place): SunPosition {
  const days = (instantMs - J2000_MS) / DAY_MS;
  const meanLongitude = 280.46 + 0.9856474 * days; // [°]
  const meanAnomaly = (357.528 + 0.9856003 * days) * DEGREE;
  const eclipticLongitude = (meanLongitude + 1.915 * Math.sin(meanAnomaly) + 0.02 * Math.sin(2 * meanAnomaly)) * DEGREE;
  const obliquity = (23.439 - 0.0000004 * days) * DEGREE;

  const rightAscension = Math.atan2(Math.cos(obliquity) * Math.sin(eclipticLongitude), Math.cos(eclipticLongitude));
  const declination = Math.asin(Math.sin(obliquity) * Math.sin(eclipticLongitude));
  const equationOfTimeMinutes = 4 * halfTurn(meanLongitude - rightAscension / DEGREE);

  // The hour angle is 0 at solar noon and grows by 15° an hour.
  const utcMinutes = (instantMs / 60_000) % 1_440;
  const hourAngle = ((utcMinutes + equationOfTimeMinutes) / 4 + longitudeDegrees - 180) * DEGREE;

  const latitude = latitudeDegrees * DEGREE;
  const east = -Math.cos(declination) * Math.sin(hourAngle);
  const north =
    Math.sin(declination) * Math.cos(latitude) - Math.cos(declination) * Math.sin(latitude) * Math.cos(hourAngle);
  return {
    cosZenith:
      Math.sin(declination) * Math.sin(latitude) + Math.cos(declination) * Math.cos(latitude) * Math.cos(hourAngle),
    azimuthDegrees: (Math.atan2(east, north) / DEGREE + 360) % 360,
    declinationDegrees: declination / DEGREE,
    equationOfTimeMinutes,
    distanceAu: 1.00014 - 0.01671 * Math.cos(meanAnomaly) - 0.00014 * Math.cos(2 * meanAnomaly),
  };
}

// Into [−180, 180).
function halfTurn(degrees: number): number {
  return ((((degrees + 180) % 360) + 360) % 360) - 180;
}
