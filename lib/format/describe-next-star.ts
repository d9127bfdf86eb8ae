import { STAR_RATIOS } from "@/lib/domain/scoring/highest-star";
import type { NodeScore } from "@/lib/domain/scoring/node-score";
import { formatNumber } from "./format-number";

/** What lacks for the star after this one: `encore 1,5 points pour la suivante`. */
export function describeNextStar(
  star: number,
  { potentialPoints, donePoints }: Pick<NodeScore, "potentialPoints" | "donePoints">,
): string {
  const ratio = STAR_RATIOS[star];
  if (ratio === undefined) return "la plus haute";
  // Up, so that who earns what is said has the star.
  const lacking = Math.max(0, Math.ceil((ratio * potentialPoints - donePoints) * 10 - 1e-6) / 10);
  return `encore ${formatNumber(lacking, { minDecimals: 1 })} points pour la suivante`;
}
