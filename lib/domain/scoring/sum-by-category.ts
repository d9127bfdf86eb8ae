import type { ScoringTree } from "./scoring-tree";
import type { TreeScores } from "./tree-scores";

/** Points of some nodes together. [points] */
export type CategoryPoints = {
  readonly potentialPoints: number;
  readonly donePoints: number;
  readonly plannedPoints: number;
  readonly notDonePoints: number;
  readonly unfilledPoints: number;
};

/**
 * Sums the scores of the sub-actions of each category: bases, mise en œuvre, effets.
 *
 * @param categories - Category of each sub-action, by id; what has none is in no sum.
 */
export function sumByCategory<Category extends string>(
  { ids, depths, measureDepth }: ScoringTree,
  scores: TreeScores,
  categories: ReadonlyMap<string, Category>,
): ReadonlyMap<Category, CategoryPoints> {
  const sums = new Map<Category, CategoryPoints>();
  for (const [index, id] of ids.entries()) {
    const category = categories.get(id);
    if (category === undefined || depths[index] !== measureDepth + 1) continue;
    const before = sums.get(category);
    const add = (name: keyof CategoryPoints) => (before?.[name] ?? 0) + (scores[name][index] as number);
    sums.set(category, {
      potentialPoints: add("potentialPoints"),
      donePoints: add("donePoints"),
      plannedPoints: add("plannedPoints"),
      notDonePoints: add("notDonePoints"),
      unfilledPoints: add("unfilledPoints"),
    });
  }
  return sums;
}
