/**
 * Irradiance of a horizontal plane under a cloudless sky.
 *
 * @param cosZenith - Cosine of the sun's zenith angle.
 * @returns Global horizontal irradiance, 0 when the sun is down. [W/m²]
 *
 * @see B. Haurwitz, "Insolation in relation to cloudiness and cloud density", Journal of Meteorology 2, 1945,
 *   pp. 154–166. The best of the models that need the zenith angle only: M. Reno, C. Hansen, J. Stein, "Global
 *   Horizontal Irradiance Clear Sky Models", Sandia SAND2012-2389, 2012.
 */
export function clearSkyIrradiance(cosZenith: number): number {
  return cosZenith > 0 ? 1_098 * cosZenith * Math.exp(-0.059 / cosZenith) : 0;
}
