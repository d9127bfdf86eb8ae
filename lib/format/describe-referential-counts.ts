import type { ReferentialCounts } from "@/lib/domain/scoring/count-referential";
import { formatCount, formatQuantity } from "./format-number";

/** What a referential is made of: `500 points, 6 axes, 61 mesures, 325 sous-actions, 1 059 tâches`. */
export function describeReferentialCounts({ points, axes, measures, subActions, tasks }: ReferentialCounts): string {
  return [
    formatQuantity(points, Math.abs(points) < 2 ? "point" : "points", { maxDecimals: 3 }),
    formatCount(axes, "axe", "axes"),
    formatCount(measures, "mesure", "mesures"),
    formatCount(subActions, "sous-action", "sous-actions"),
    formatCount(tasks, "tâche", "tâches"),
  ].join(", ");
}
