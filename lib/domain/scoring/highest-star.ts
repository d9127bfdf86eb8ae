/** Part done from which each star is within reach, the first one first. */
export const STAR_RATIOS = [0, 0.35, 0.5, 0.65, 0.75] as const;

/** Sums of points in binary may miss a threshold by their last digits. */
const TOLERANCE = 1e-9;

/** The highest star that a score allows, from 1 to 5; thresholds belong to the star they open. */
export function highestStar(doneRatio: number): number {
  let star = 1;
  for (const [index, ratio] of STAR_RATIOS.entries()) if (doneRatio >= ratio - TOLERANCE) star = index + 1;
  return star;
}
