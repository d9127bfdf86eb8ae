import fc from "fast-check";
import { expect, test } from "vitest";
import type { ActionStatus } from "@/lib/domain/scoring/action-status";
import { measureConsequences } from "@/lib/domain/scoring/measure-consequences";
import { prepareScoringTree } from "@/lib/domain/scoring/prepare-scoring-tree";
import { scoreTree } from "@/lib/domain/scoring/score-tree";
import type { ScoreNode, ScoringTree } from "@/lib/domain/scoring/scoring-tree";
import { anyScoring } from "./scoring-arbitraries";

function subtree({ ids, parents, points }: ScoringTree, index: number): ScoreNode {
  const tree = { ids, parents, points } as ScoringTree;
  const children = ids.flatMap((_, child) => (parents[child] === index ? [subtree(tree, child)] : []));
  return { id: ids[index] as string, points: points[index] as number, children };
}

test("a measure looked at alone has the scores it has in the whole", () => {
  fc.assert(
    fc.property(anyScoring, ({ tree, statuses, consequences }) => {
      const whole = scoreTree(tree, { statuses, consequences, redistribute: true });
      for (const [index, depth] of tree.depths.entries()) {
        if (depth !== tree.measureDepth) continue;
        const alone = prepareScoringTree(subtree(tree, index), 0);
        const inside = new Map<string, ActionStatus>([...statuses].filter(([id]) => alone.indexById.has(id)));
        const scores = scoreTree(alone, {
          statuses: inside,
          consequences: measureConsequences(tree, consequences, index),
          redistribute: true,
        });
        for (const [place, id] of alone.ids.entries()) {
          const other = tree.indexById.get(id) as number;
          for (const name of ["potentialPoints", "donePoints", "unfilledPoints", "completedTasks"] as const) {
            expect(scores[name][place]).toBeCloseTo(whole[name][other] as number, 9);
          }
        }
      }
    }),
  );
});
