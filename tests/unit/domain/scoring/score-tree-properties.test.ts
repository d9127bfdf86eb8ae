import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { ActionStatus } from "@/lib/domain/scoring/action-status";
import { scoreTree } from "@/lib/domain/scoring/score-tree";
import type { ScoringTree } from "@/lib/domain/scoring/scoring-tree";
import { sumByCategory } from "@/lib/domain/scoring/sum-by-category";
import type { TreeScores } from "@/lib/domain/scoring/tree-scores";
import { type AnyScoring, anyDetail, anyScoring } from "./scoring-arbitraries";

const NONE = new Map();
const at = (column: Float64Array | Uint8Array | Int32Array, index: number) => column[index] as number;
const childrenOf = ({ parents, ids }: ScoringTree, index: number) =>
  ids.flatMap((_, child) => (parents[child] === index ? [child] : []));
const score = ({ tree, statuses, consequences }: AnyScoring, redistribute = true) =>
  scoreTree(tree, { statuses, consequences, redistribute });
const partsOf = (scores: TreeScores, index: number) =>
  at(scores.donePoints, index) +
  at(scores.plannedPoints, index) +
  at(scores.notDonePoints, index) +
  at(scores.unfilledPoints, index);

function eachNode(tree: ScoringTree, check: (index: number, id: string) => void): void {
  for (const [index, id] of tree.ids.entries()) check(index, id);
}

describe("whatever the referential and its answers", () => {
  test("done, planned, not done and unfilled make up the potential", () => {
    fc.assert(
      fc.property(anyScoring, fc.boolean(), (scoring, redistribute) => {
        // Kept concerned by an unfilled answer while its tasks are out, a sub-action has a potential that nothing fills.
        const statuses = new Map([...scoring.statuses].filter(([, { status }]) => status !== "unfilled"));
        const scores = score({ ...scoring, statuses }, redistribute);
        eachNode(scoring.tree, (index) => {
          expect(partsOf(scores, index)).toBeCloseTo(at(scores.potentialPoints, index), 6);
        });
      }),
    );
  });

  test("no part is above the potential, nor below 0", () => {
    fc.assert(
      fc.property(anyScoring, (scoring) => {
        const scores = score(scoring);
        eachNode(scoring.tree, (index) => {
          for (const name of ["donePoints", "plannedPoints", "notDonePoints", "unfilledPoints"] as const) {
            expect(at(scores[name], index)).toBeGreaterThanOrEqual(0);
          }
          expect(partsOf(scores, index)).toBeLessThanOrEqual(at(scores.potentialPoints, index) + 1e-6);
        });
      }),
    );
  });

  test("a node is worth what its children are, and so are its parts but for an answer of its own", () => {
    fc.assert(
      fc.property(anyScoring, (scoring) => {
        const { tree, statuses } = scoring;
        const scores = score(scoring);
        eachNode(tree, (index, id) => {
          const children = childrenOf(tree, index);
          const isConcernedAlone = statuses.has(id) && children.every((child) => !scores.concerned[child]);
          if (children.length === 0 || isConcernedAlone) return;
          const sum = (column: Float64Array) => children.reduce((total, child) => total + at(column, child), 0);
          expect(at(scores.potentialPoints, index)).toBeCloseTo(sum(scores.potentialPoints), 6);
          if (statuses.has(id)) return;
          for (const name of ["donePoints", "plannedPoints", "notDonePoints", "unfilledPoints"] as const) {
            expect(at(scores[name], index)).toBeCloseTo(sum(scores[name]), 6);
          }
        });
      }),
    );
  });

  test("the order of answers and consequences does not matter", () => {
    fc.assert(
      fc.property(anyScoring, (scoring) => {
        const statuses = new Map([...scoring.statuses].reverse());
        const consequences = new Map([...scoring.consequences].reverse());
        expect(score({ ...scoring, statuses, consequences })).toEqual(score(scoring));
      }),
    );
  });

  test("what is deactivated, and all below it, is out and worth nothing", () => {
    fc.assert(
      fc.property(anyScoring, (scoring) => {
        const scores = score(scoring);
        eachNode(scoring.tree, (index) => {
          const isBelow = index > 0 && scores.deactivated[scoring.tree.parents[index] as number] === 1;
          if (isBelow) expect(scores.deactivated[index]).toBe(1);
          if (scores.deactivated[index]) expect(scores.concerned[index]).toBe(0);
          if (!scores.concerned[index])
            expect([at(scores.potentialPoints, index), partsOf(scores, index)]).toEqual([0, 0]);
        });
      }),
    );
  });

  test("no more tasks are completed than there are, and all of them once every leaf is answered", () => {
    fc.assert(
      fc.property(anyScoring, (scoring) => {
        const { tree } = scoring;
        const scores = score(scoring);
        eachNode(tree, (index) => {
          expect(at(scores.completedTasks, index)).toBeLessThanOrEqual(at(scores.totalTasks, index));
        });
        const leaves = tree.ids.filter((_, index) => tree.ends[index] === index + 1 && at(tree.depths, index) > 2);
        const answered = new Map<string, ActionStatus>(leaves.map((id) => [id, { status: "done" }]));
        const whole = score({ ...scoring, statuses: answered });
        expect(whole.completedTasks[0]).toBe(whole.totalTasks[0]);
      }),
    );
  });
});

describe("redistribution", () => {
  test("leaves a measure its points, as long as something of it is concerned and has points", () => {
    fc.assert(
      fc.property(anyScoring, ({ tree, statuses }) => {
        const tasksOut = new Map([...statuses].filter(([, { status }]) => status === "not_concerned"));
        const scores = score({ tree, statuses: tasksOut, consequences: NONE });
        eachNode(tree, (index) => {
          if (tree.depths[index] !== tree.measureDepth || at(scores.potentialPoints, index) === 0) return;
          const isKept = childrenOf(tree, index).every(
            (child) =>
              !scores.concerned[child] || at(scores.potentialPoints, child) > 0 || at(tree.points, child) === 0,
          );
          if (isKept) expect(at(scores.potentialPoints, index)).toBeCloseTo(at(tree.points, index), 6);
        });
      }),
    );
  });

  test("never raises what a referential that does not redistribute is worth", () => {
    fc.assert(
      fc.property(anyScoring, ({ tree, statuses }) => {
        const scores = score({ tree, statuses, consequences: NONE }, false);
        eachNode(tree, (index) => {
          expect(at(scores.potentialPoints, index)).toBeLessThanOrEqual(at(tree.points, index) + 1e-6);
        });
      }),
    );
  });
});

test("a detailed status gives each part its percentage of the potential", () => {
  fc.assert(
    fc.property(anyScoring, anyDetail, ({ tree }, detail) => {
      const leaf = tree.ids.find(
        (_, index) => tree.ends[index] === index + 1 && at(tree.depths, index) > tree.measureDepth,
      );
      if (leaf === undefined) return;
      const statuses = new Map<string, ActionStatus>([[leaf, { status: "detailed", detail }]]);
      const scores = score({ tree, statuses, consequences: NONE });
      const index = tree.indexById.get(leaf) as number;
      const points = at(tree.points, index);
      expect(at(scores.donePoints, index)).toBeCloseTo(detail[0] * points, 9);
      expect(at(scores.plannedPoints, index)).toBeCloseTo(detail[1] * points, 9);
      expect(at(scores.notDonePoints, index)).toBeCloseTo(detail[2] * points, 9);
    }),
  );
});

test("the sums of all categories are the score, when every sub-action has one", () => {
  fc.assert(
    fc.property(anyScoring, (scoring) => {
      const { tree } = scoring;
      const statuses = new Map([...scoring.statuses].filter(([, { status }]) => status !== "unfilled"));
      const scores = score({ ...scoring, statuses });
      const subActions = tree.ids.filter((_, index) => tree.depths[index] === tree.measureDepth + 1);
      const categories = new Map(subActions.map((id, index) => [id, index % 3 === 0 ? "bases" : "effects"] as const));
      const sums = [...sumByCategory(tree, scores, categories).values()];
      const total = (name: "donePoints" | "potentialPoints") => sums.reduce((sum, each) => sum + each[name], 0);
      expect(total("donePoints")).toBeCloseTo(at(scores.donePoints, 0), 6);
      expect(total("potentialPoints")).toBeCloseTo(at(scores.potentialPoints, 0), 6);
    }),
  );
});
