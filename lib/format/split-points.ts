import type { NodeScore } from "@/lib/domain/scoring/node-score";
import { roundPartsToTotal } from "./round-parts-to-total";

/** What the points of an action are made of, as shown: rounded, adding up to the whole. [points] */
export type ShownPoints = {
  readonly potential: number;
  readonly done: number;
  readonly planned: number;
  readonly notDone: number;
  /** Not filled, or held back by a formula: nobody earns it yet. */
  readonly rest: number;
};

/**
 * Splits the potential of an action into parts that visibly add up.
 *
 * @param decimals - Shown: one on screens, three in a workbook.
 */
export function splitPoints(
  {
    potentialPoints,
    donePoints,
    plannedPoints,
    notDonePoints,
  }: Pick<NodeScore, "potentialPoints" | "donePoints" | "plannedPoints" | "notDonePoints">,
  decimals = 1,
): ShownPoints {
  const rest = Math.max(0, potentialPoints - donePoints - plannedPoints - notDonePoints);
  const parts = [donePoints, plannedPoints, notDonePoints, rest];
  const [done = 0, planned = 0, notDone = 0, shownRest = 0] = roundPartsToTotal(parts, decimals).map(
    (part) => part ?? 0,
  );
  const scale = 10 ** decimals;
  const potential = Math.round((done + planned + notDone + shownRest) * scale) / scale;
  return { potential, done, planned, notDone, rest: shownRest };
}
