import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { ActionStatus } from "@/lib/domain/scoring/action-status";
import type { Consequence } from "@/lib/domain/scoring/consequence";
import { type GainSource, listBestGains } from "@/lib/domain/scoring/list-best-gains";
import { prepareScoringTree } from "@/lib/domain/scoring/prepare-scoring-tree";
import { scoreAllPlanned } from "@/lib/domain/scoring/score-all-planned";
import { scoreTree } from "@/lib/domain/scoring/score-tree";
import { testTree } from "../../../support/scoring-trees";
import { type AnyScoring, anyScoring } from "./scoring-arbitraries";

const ALL = 10_000;
const inputOf = ({ statuses, consequences }: Omit<AnyScoring, "tree">) => ({
  statuses,
  consequences,
  redistribute: true,
});
const gainsOf = ({ tree, ...scoring }: AnyScoring, source: GainSource, limit = ALL) => {
  const input = inputOf(scoring);
  return listBestGains(tree, input, scoreTree(tree, input), source, limit);
};
const done = ({ tree, ...scoring }: AnyScoring) => scoreTree(tree, inputOf(scoring)).donePoints[0] as number;

/** What is planned, or open, of a status, done. */
function after(status: ActionStatus | undefined, source: GainSource): ActionStatus {
  if (status?.status !== "detailed") return { status: "done" };
  const [did, planned, not] = status.detail;
  return { status: "detailed", detail: source === "planned" ? [did + planned, 0, not] : [did + not, planned, 0] };
}

/** A measure that another one holds back, as 3.3.5 is in the programme. */
const withFormula = anyScoring.map((scoring): AnyScoring => {
  const measures = scoring.tree.ids.filter((_, index) => scoring.tree.depths[index] === scoring.tree.measureDepth);
  const [first, last] = [measures[0], measures.at(-1)];
  if (first === undefined || last === undefined || first === last) return scoring;
  const operands = [first, last].map((node) => ({ kind: "score", node }) as const);
  const formula: Consequence = { scoreFormula: { kind: "extreme", name: "min", operands } };
  return { ...scoring, consequences: new Map([...scoring.consequences, [last, formula]]) };
});

describe.for([
  ["planned", anyScoring],
  ["open", anyScoring],
  ["planned", withFormula],
  ["open", withFormula],
] as const)("what is %s", ([source, anyOf]) => {
  test("gains the score after it less the score before it", () => {
    fc.assert(
      fc.property(anyOf, (scoring) => {
        for (const { id, points } of gainsOf(scoring, source)) {
          const statuses = new Map(scoring.statuses).set(id, after(scoring.statuses.get(id), source));
          expect(points).toBeCloseTo(done({ ...scoring, statuses }) - done(scoring), 7);
        }
      }),
    );
  });

  test("is all there: any other status of one action that adds points is one of them", () => {
    fc.assert(
      fc.property(anyOf, (scoring) => {
        const { tree, statuses } = scoring;
        const listed = new Set(gainsOf(scoring, source).map(({ id }) => id));
        const { concerned } = scoreTree(tree, inputOf(scoring));
        for (const [index, id] of tree.ids.entries()) {
          const status = statuses.get(id)?.status;
          const isSource = source === "planned" ? status === "planned" : status === "not_done";
          if (listed.has(id) || !isSource || !concerned[index]) continue;
          const doneInstead = new Map(statuses).set(id, { status: "done" });
          expect(done({ ...scoring, statuses: doneInstead })).toBeLessThanOrEqual(done(scoring) + 1e-7);
        }
      }),
    );
  });
});

test("without formulas, all that is planned is what each planned action gains", () => {
  fc.assert(
    fc.property(anyScoring, (scoring) => {
      const { tree } = scoring;
      const sum = gainsOf(scoring, "planned").reduce((total, { points }) => total + points, 0);
      const all = scoreAllPlanned(tree, inputOf(scoring)).donePoints[0] as number;
      expect(sum).toBeCloseTo(all - done(scoring), 6);
    }),
  );
});

describe("measure 3.1.1, worth 10 points", () => {
  const { root, measureDepth } = testTree("mesure-3.1.1");
  const tree = prepareScoringTree(root, measureDepth);
  const idOf = (number: string) => tree.ids.find((id) => id.endsWith(number)) as string;
  const scoring = (statuses: readonly (readonly [string, ActionStatus])[]): AnyScoring => ({
    tree,
    statuses: new Map(statuses.map(([number, status]) => [idOf(number), status])),
    consequences: new Map(),
  });

  test("gives its parts in the order of what they bring", () => {
    const given = scoring([
      ["3.1.1.3", { status: "planned" }],
      ["3.1.1.3.1", { status: "planned" }],
      ["3.1.1.1.1", { status: "detailed", detail: [0.5, 0.3, 0.2] }],
      ["3.1.1.5.2", { status: "planned" }],
    ]);
    const shown = gainsOf(given, "planned").map(({ id, points }) => [id, Number(points.toFixed(3))]);
    // 30 % of 10 points; a third of 20 % of 10; three tenths of a quarter of 20 % of 10. The task is answered above it.
    expect(shown).toEqual([
      [idOf("3.1.1.3"), 3],
      [idOf("3.1.1.5.2"), 0.667],
      [idOf("3.1.1.1.1"), 0.15],
    ]);
    expect(gainsOf(given, "planned", 1)).toHaveLength(1);
  });

  test("of one worth, in their order", () => {
    const [first, second] = gainsOf(scoring([]), "open");
    expect([first?.id, second?.id]).toEqual([idOf("3.1.1.3.1"), idOf("3.1.1.3.2")]);
  });
});
