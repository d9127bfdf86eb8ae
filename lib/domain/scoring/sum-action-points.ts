import type { ReportedAction } from "./climate-report";
import type { ActionCategory } from "./referential";
import type { CategoryPoints } from "./sum-by-category";

const CATEGORIES: readonly ActionCategory[] = ["bases", "implementation", "effects"];
const PARTS = ["potentialPoints", "donePoints", "plannedPoints", "notDonePoints", "unfilledPoints"] as const;

/** Points of the sub-actions of each category, from scores as they are read; a category without any is left out. */
export function sumActionPoints(
  actions: readonly ReportedAction[],
): readonly (readonly [ActionCategory, CategoryPoints])[] {
  return CATEGORIES.flatMap((category) => {
    const own = actions.filter((action) => action.level === "sub_action" && action.category === category);
    if (own.length === 0) return [];
    const sums = PARTS.map((part) => [part, own.reduce((sum, { score }) => sum + score[part], 0)] as const);
    return [[category, Object.fromEntries(sums) as CategoryPoints] as const];
  });
}
