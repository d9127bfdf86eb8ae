import { describe, expect, test } from "vitest";
import type { ActionStatus } from "@/lib/domain/scoring/action-status";
import type { Consequence } from "@/lib/domain/scoring/consequence";
import { personalise } from "@/lib/domain/scoring/personalise";
import { prepareScoringTree } from "@/lib/domain/scoring/prepare-scoring-tree";
import { roundHalfUp } from "@/lib/domain/scoring/round-half-up";
import { parseRule } from "@/lib/domain/scoring/rules/parse-rule";
import { scoreTree } from "@/lib/domain/scoring/score-tree";
import type { ScoringTree } from "@/lib/domain/scoring/scoring-tree";
import { shownStatus } from "@/lib/domain/scoring/shown-status";
import type { TreeScores } from "@/lib/domain/scoring/tree-scores";
import personalisation from "../../../fixtures/scoring/personalisation.json";
import scores from "../../../fixtures/scoring/scores.json";
import { testTree } from "../../../support/scoring-trees";

type Vector = {
  readonly id: string;
  readonly tree: string;
  readonly redistribute: boolean;
  readonly statuses: Readonly<Record<string, ActionStatus>>;
  readonly consequences: Readonly<
    Record<string, Omit<Consequence, "scoreFormula"> & { readonly scoreFormula?: string }>
  >;
  readonly answers?: Readonly<Record<string, boolean | number | string>>;
  readonly identity?: Readonly<Record<string, readonly string[]>>;
  readonly expected: Readonly<Record<string, Readonly<Record<string, number | boolean | string | null>>>>;
};

const RULES = (personalisation.rules as [string, "deactivation" | "reduction" | "score", string][]).map(
  ([node, kind, rule]) => ({ node, kind, rule: parseRule(rule) }),
);

// Numbers asserted by the programme's own engine, and some worked out by hand; see the fixture's ids.
describe("scores of the programme", () => {
  test.for(scores.vectors as unknown as readonly Vector[])("$id", (vector) => {
    const { root, measureDepth } = testTree(vector.tree);
    const tree = prepareScoringTree(root, measureDepth);
    const statuses = new Map(Object.entries(vector.statuses));
    const { redistribute } = vector;
    const result = scoreTree(tree, { statuses, consequences: consequencesOf(vector, tree), redistribute });
    for (const [id, expected] of Object.entries(vector.expected)) {
      const actual = everythingOf(tree, result, statuses, tree.indexById.get(id) as number);
      for (const [field, value] of Object.entries(expected)) {
        const found = actual[field];
        const isNear = typeof value === "number" && Math.abs(Number(found) - value) <= scores.tolerance;
        expect({ id, [field]: found }).toEqual({ id, [field]: isNear ? found : value });
      }
    }
  });
});

function consequencesOf({ consequences, answers, identity }: Vector, tree: ScoringTree): Map<string, Consequence> {
  const facts = { answers: new Map(Object.entries(answers ?? {})), identity: new Map(Object.entries(identity ?? {})) };
  const rules = answers ? RULES.filter(({ node }) => tree.indexById.has(node)) : [];
  const merged = new Map<string, Consequence>();
  for (const [id, { scoreFormula, ...rest }] of Object.entries(consequences)) {
    merged.set(id, { ...rest, ...(scoreFormula ? { scoreFormula: parseRule(scoreFormula) } : {}) });
  }
  for (const [id, { consequence }] of personalise(rules, facts)) {
    merged.set(id, { ...merged.get(id), ...consequence });
  }
  return merged;
}

function everythingOf(
  tree: ScoringTree,
  result: TreeScores,
  statuses: ReadonlyMap<string, ActionStatus>,
  index: number,
): Record<string, unknown> {
  const numbers = Object.fromEntries(
    Object.entries(result).map(([name, column]) => [name, roundHalfUp(column[index] as number, 3)]),
  );
  const isLeaf = tree.leafChildren[index] === 0 && tree.leaves[index] === 1;
  return {
    ...numbers,
    referencePoints: tree.points[index],
    personalisedPoints: Number.isNaN(numbers.personalisedPoints) ? null : numbers.personalisedPoints,
    concerned: numbers.concerned === 1,
    deactivated: numbers.deactivated === 1,
    // A node is « filled » there when no point is unfilled, though tasks without points may be.
    filled: isLeaf ? numbers.completedTasks === 1 : numbers.unfilledPoints === 0,
    status: shownStatus(tree, result, statuses, index),
  };
}
