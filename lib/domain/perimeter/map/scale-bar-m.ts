/** The longest round length, 1, 2 or 5 of a power of ten, that a scale bar can show. [m] */
export function scaleBarM(metresPerPixel: number, maxPixels: number): number {
  const maxM = metresPerPixel * maxPixels;
  const decade = 10 ** Math.floor(Math.log10(maxM));
  return decade * (maxM >= 5 * decade ? 5 : maxM >= 2 * decade ? 2 : 1);
}
