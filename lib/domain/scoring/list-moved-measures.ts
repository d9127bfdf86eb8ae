import type { ReportedAction, ReportedChange } from "./climate-report";
import type { NodeScore } from "./node-score";

/** What a reader would see move. [points] */
const VISIBLE = 0.05;
const PARTS = ["potentialPoints", "donePoints", "plannedPoints", "notDonePoints"] as const;

/**
 * The measures whose points are not what they were, the most moved done points first. A measure that only one of the two
 * states has is left out: it is another text, not another score.
 *
 * @param before - By id of every node of the earlier state.
 */
export function listMovedMeasures(
  actions: readonly ReportedAction[],
  before: Readonly<Record<string, NodeScore>>,
): ReportedChange["measures"] {
  const moved = actions.flatMap(({ id, number, title, level, score }) => {
    const earlier = before[id];
    if (level !== "measure" || !earlier) return [];
    const isMoved = PARTS.some((part) => Math.abs(score[part] - earlier[part]) >= VISIBLE);
    return isMoved ? [{ number, title, before: earlier, after: score }] : [];
  });
  const weight = ({ before: from, after }: (typeof moved)[number]) => Math.abs(after.donePoints - from.donePoints);
  return moved.toSorted((a, b) => weight(b) - weight(a));
}
