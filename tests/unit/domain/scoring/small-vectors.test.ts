import { describe, expect, test } from "vitest";
import type { ActionStatus } from "@/lib/domain/scoring/action-status";
import { checkLabelRequest, type LabelRequest } from "@/lib/domain/scoring/check-label-request";
import { highestStar } from "@/lib/domain/scoring/highest-star";
import { type LabelCycle, labelCycleState } from "@/lib/domain/scoring/label-cycle-state";
import { listCascadingStatuses } from "@/lib/domain/scoring/list-cascading-statuses";
import { populationTags } from "@/lib/domain/scoring/population-tags";
import { prepareScoringTree } from "@/lib/domain/scoring/prepare-scoring-tree";
import { roundHalfUp } from "@/lib/domain/scoring/round-half-up";
import { evaluateRule } from "@/lib/domain/scoring/rules/evaluate-rule";
import { listRuleReferences } from "@/lib/domain/scoring/rules/list-rule-references";
import { parseRule } from "@/lib/domain/scoring/rules/parse-rule";
import type { AnswerValue } from "@/lib/domain/scoring/rules/rule-expression";
import { shareFirstGeneration } from "@/lib/domain/scoring/share-first-generation";
import { storeStatus } from "@/lib/domain/scoring/store-status";
import type { PickedStatus } from "@/lib/domain/scoring/stored-status";
import { workOutPoints } from "@/lib/domain/scoring/work-out-points";
import type { Worth } from "@/lib/domain/scoring/worth";
import vectors from "../../../fixtures/scoring/small-vectors.json";
import { testTree } from "../../../support/scoring-trees";

type RuleVector = {
  readonly id: string;
  readonly rule: string;
  readonly answers?: Readonly<Record<string, AnswerValue>>;
  readonly identity?: Readonly<Record<string, readonly string[]>>;
  readonly scores?: Readonly<Record<string, number>>;
  readonly expected?: AnswerValue | null;
  readonly deferred?: boolean;
};

describe("rules", () => {
  test.for(vectors.rules as unknown as readonly RuleVector[])("$id", ({ rule, ...vector }) => {
    const parsed = parseRule(rule);
    const value = evaluateRule(parsed, {
      answers: new Map(Object.entries(vector.answers ?? {})),
      identity: new Map(Object.entries(vector.identity ?? {})),
      scoreOf: (id) => vector.scores?.[id] ?? null,
    });
    if (vector.deferred) {
      expect(listRuleReferences(parsed).scoredNodes.size).toBeGreaterThan(0);
      expect(value).toBeNull();
    } else if (typeof vector.expected === "number") expect(value).toBeCloseTo(vector.expected, 9);
    else expect(value).toBe(vector.expected);
  });
});

type PointsVector = {
  readonly id: string;
  readonly generation: number;
  readonly measureDepth?: number;
  readonly nodes: readonly (readonly [id: string, points: number | null, percent: number | null])[];
  readonly expected?: Readonly<Record<string, number>>;
  readonly expectedError?: string;
};

describe("points", () => {
  // Two nodes of one id are a matter of files: the importer tells them with their lines.
  const cases = (vectors.points as unknown as readonly PointsVector[]).filter(
    ({ expectedError }) => expectedError !== "duplicate_id",
  );

  test.for(cases)("$id", ({ generation, measureDepth = 0, nodes, expected, expectedError }) => {
    const root = nest(nodes);
    const { points, problems } = workOutPoints(generation === 1 ? shareFirstGeneration(root, measureDepth) : root);
    if (expectedError) {
      expect(problems.map(({ kind }) => kind)).toContain(expectedError);
      return;
    }
    expect(problems).toEqual([]);
    for (const [id, wanted] of Object.entries(expected ?? {}))
      expect({ id, points: points.get(id) }).toEqual({ id, points: expect.closeTo(wanted, 9) });
  });

  test("two nodes of one id are refused before they are scored", () => {
    const twice = {
      id: "",
      points: 100,
      children: [
        { id: "1", points: 50 },
        { id: "1", points: 50 },
      ],
    };
    expect(() => prepareScoringTree(twice, 1)).toThrow(expect.objectContaining({ code: "DUPLICATE_NODE" }));
  });
});

function nest(nodes: PointsVector["nodes"]): Worth {
  type Building = { id: string; points: number | null; percent: number | null; children: Building[] };
  const byId = new Map<string, Building>();
  const ordered = nodes.toSorted(([a], [b]) => a.length - b.length);
  for (const [id, points, percent] of ordered) {
    const node = { id, points, percent, children: [] };
    byId.set(id, node);
    const parts = id.split(".");
    const parent = parts.length > 1 ? byId.get(parts.slice(0, -1).join(".")) : byId.get("");
    if (parent && parent !== node) parent.children.push(node);
  }
  return [...byId.values()][0] as Worth;
}

describe("stars", () => {
  test.for(vectors.stars)("$doneRatio allows $expected", ({ doneRatio, expected }) => {
    expect(highestStar(doneRatio)).toBe(expected);
  });
});

describe("rounding", () => {
  test.for(vectors.roundings)("$value to $digits digits", ({ value, digits, expected }) => {
    expect(roundHalfUp(value, digits)).toBe(expected);
  });
});

describe("what is kept of a picked status", () => {
  test.for(vectors.storedStatuses as unknown as readonly { id: string; picked: PickedStatus; expected: unknown }[])(
    "$id",
    ({ picked, expected }) => {
      expect(storeStatus(picked)).toEqual(expected);
    },
  );
});

describe("what a batch of statuses writes beside itself", () => {
  type CascadeVector = Readonly<Record<"existing" | "update" | "expected", Readonly<Record<string, string>>>>;
  const { root, measureDepth } = testTree("deeper");
  const tree = prepareScoringTree(root, measureDepth);
  const read = (statuses: Readonly<Record<string, string>>) =>
    new Map(
      Object.entries(statuses).map(([id, status]) => [
        id,
        (status === "detailed" ? { status, detail: [0.5, 0.5, 0] } : { status }) as ActionStatus,
      ]),
    );

  test.for(vectors.cascades as unknown as readonly (CascadeVector & { id: string })[])("$id", (vector) => {
    const written = listCascadingStatuses(tree, read(vector.existing), read(vector.update));
    expect(written).toEqual(read(vector.expected));
  });
});

describe("asking for a star", () => {
  test.for(
    vectors.labelRequests as unknown as readonly { id: string; request: LabelRequest; expected: string | null }[],
  )("$id", ({ request, expected }) => {
    expect(checkLabelRequest(request)).toBe(expected);
  });
});

describe("the cycle of a request", () => {
  test.for(vectors.labelCycles as unknown as readonly (LabelCycle & { id: string; expected: string })[])(
    "$id",
    ({ request, audit, expected }) => {
      expect(labelCycleState({ request, audit })).toBe(expected);
    },
  );
});

describe("tags of a population", () => {
  test.for(vectors.populations)("$population", ({ population, expected }) => {
    expect(populationTags(population)).toEqual(expected);
  });
});
