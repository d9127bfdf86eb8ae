/**
 * Part of the horizontal irradiance that comes from the sky rather than from the sun.
 *
 * @param clearnessIndex - Global horizontal irradiance over that outside the atmosphere, k_t.
 * @returns Between 0.165 (blue sky) and 1 (overcast).
 *
 * @see D. G. Erbs, S. A. Klein, J. A. Duffie, "Estimation of the diffuse radiation fraction for hourly, daily and
 *   monthly-average global radiation", Solar Energy 28(4), 1982, pp. 293–302, doi:10.1016/0038-092X(82)90302-4.
 */
export function diffuseFraction(clearnessIndex: number): number {
  const k = clearnessIndex;
  if (k <= 0.22) return 1 - 0.09 * k;
  if (k <= 0.8) return 0.9511 - 0.1604 * k + 4.388 * k ** 2 - 16.638 * k ** 3 + 12.336 * k ** 4;
  return 0.165;
}
