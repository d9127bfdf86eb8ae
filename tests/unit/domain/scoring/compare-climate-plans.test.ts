import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { ActionStatus } from "@/lib/domain/scoring/action-status";
import { type ComparablePlan, compareClimatePlans } from "@/lib/domain/scoring/compare-climate-plans";
import { readNodeScore } from "@/lib/domain/scoring/read-node-score";
import { scoreTree } from "@/lib/domain/scoring/score-tree";
import { civilDate } from "@/lib/domain/time/civil-date";
import { type AnyScoring, anyScoring } from "./scoring-arbitraries";

function planOf({ tree, statuses, consequences }: AnyScoring): ComparablePlan {
  const scores = scoreTree(tree, { statuses, consequences, redistribute: true });
  return {
    statuses: Object.fromEntries(statuses),
    scores: Object.fromEntries(tree.ids.map((id, index) => [id, readNodeScore(tree, scores, index)])),
    actions: tree.ids.map((id, index) => ({
      id,
      number: index === 0 ? "" : id,
      title: id,
      category: null,
      depth: tree.depths[index] as number,
    })),
  };
}

// Of different trees: as when another text of the referential came between.
const anyTwo = fc.tuple(anyScoring.map(planOf), anyScoring.map(planOf));
const POINTS = ["potentialPoints", "donePoints", "plannedPoints"] as const;
const MEASURE_DEPTH = 2;

describe("for any two plans", () => {
  test("a plan does not differ from itself", () => {
    fc.assert(
      fc.property(anyScoring.map(planOf), (plan) => {
        const { actions, profile } = compareClimatePlans(plan, structuredClone(plan));
        expect(actions.filter(({ isChanged }) => isChanged)).toEqual([]);
        expect(profile).toEqual([]);
        expect(actions).toHaveLength(plan.actions.length);
      }),
    );
  });

  test("the other way round every difference is the opposite", () => {
    fc.assert(
      fc.property(anyTwo, ([before, after]) => {
        const there = compareClimatePlans(before, after).actions;
        const back = new Map(compareClimatePlans(after, before).actions.map((action) => [action.id, action]));
        for (const action of there) {
          const other = back.get(action.id);
          for (const name of POINTS) expect(other?.[name]).toBe(-action[name] || 0);
          expect([other?.statusBefore, other?.statusAfter]).toEqual([action.statusAfter, action.statusBefore]);
          expect(other?.isChanged).toBe(action.isChanged);
        }
      }),
    );
  });

  test("the differences of measures add up to that of the whole, to the thousandths they are rounded to", () => {
    fc.assert(
      fc.property(anyTwo, ([before, after]) => {
        const { actions } = compareClimatePlans(before, after);
        const measures = actions.filter(({ depth }) => depth === MEASURE_DEPTH);
        const [root] = actions;
        for (const name of POINTS) {
          const sum = measures.reduce((total, measure) => total + measure[name], 0);
          expect(Math.abs(sum - (root?.[name] as number))).toBeLessThanOrEqual(0.001 * (measures.length + 1));
        }
      }),
    );
  });

  test("each action of either is there once, in the order of the numbers", () => {
    fc.assert(
      fc.property(anyTwo, ([before, after]) => {
        const ids = compareClimatePlans(before, after).actions.map(({ id }) => id);
        expect(new Set(ids)).toEqual(new Set([...before.actions, ...after.actions].map(({ id }) => id)));
        expect(new Set(ids).size).toBe(ids.length);
      }),
    );
  });
});

const action = (number: string, depth: number) => ({ id: `cae_${number}`, number, title: null, category: null, depth });
const score = (donePoints: number) => ({
  referencePoints: 4,
  potentialPoints: 4,
  donePoints,
  plannedPoints: 0,
  notDonePoints: 0,
  unfilledPoints: 4 - donePoints,
  concerned: true,
  deactivated: false,
  completedTasks: 0,
  totalTasks: 1,
});
const plan = (numbers: readonly string[], rest: Partial<ComparablePlan> = {}): ComparablePlan => ({
  actions: numbers.map((number) => action(number, 1)),
  scores: Object.fromEntries(numbers.map((number) => [`cae_${number}`, score(0)])),
  statuses: {},
  ...rest,
});
const changed = (before: ComparablePlan, after: ComparablePlan) =>
  compareClimatePlans(before, after).actions.filter(({ isChanged }) => isChanged);

test("an action that only one referential has is said, with all it is worth", () => {
  const [gone, come] = changed(plan(["1", "9"]), plan(["1", "10"]));
  expect(gone).toMatchObject({ number: "9", before: score(0), after: null, potentialPoints: -4 });
  expect(come).toMatchObject({ number: "10", before: null, after: score(0), potentialPoints: 4 });
});

test("a status that earns nothing differs all the same", () => {
  const detail: ActionStatus = { status: "detailed", detail: [0, 0.5, 0.5] };
  const [found] = changed(
    plan(["1"], { statuses: { cae_1: { status: "not_done" } } }),
    plan(["1"], { statuses: { cae_1: detail } }),
  );
  expect(found).toMatchObject({ donePoints: 0, statusBefore: { status: "not_done" }, statusAfter: detail });
});

test("notes and proofs differ by action, whatever the order of their fields", () => {
  const note = { explanation: "Toits de l’école", outReason: null, pilot: null, dueDay: civilDate("2026-09-01") };
  const reordered = { dueDay: note.dueDay, pilot: null, outReason: null, explanation: note.explanation };
  const link = (id: string) => ({
    id,
    nodeId: "cae_1",
    title: "Délibération",
    day: null,
    note: null,
    kind: "link" as const,
    url: "https://exemple.fr",
  });
  const proofs = (...ids: readonly string[]) => ({ joined: ids.map(link), figures: [] });
  const before = plan(["1", "2"], { notes: { cae_1: note }, evidence: proofs("a", "b") });
  const after = plan(["1", "2"], { notes: { cae_1: reordered, cae_2: note }, evidence: proofs("b", "c", "d") });
  expect(changed(before, after)).toMatchObject([
    { id: "cae_1", hasNewNote: false, evidenceAdded: 2, evidenceRemoved: 1 },
    { id: "cae_2", hasNewNote: true, evidenceAdded: 0 },
  ]);
});

test("what the collectivity says of itself is compared answer by answer", () => {
  const said = { kind: "commune", population: 2_140, isOverseas: false } as const;
  const before = plan(["1"], { profile: { ...said, answers: { a: true, b: 0.5 } } });
  const after = plan(["1"], { profile: { ...said, population: 2_200, answers: { b: 0.5, c: "c_1" } } });
  expect(compareClimatePlans(before, after).profile).toEqual([
    { field: "population", before: 2_140, after: 2_200 },
    { field: { question: "a" }, before: true, after: null },
    { field: { question: "c" }, before: null, after: "c_1" },
  ]);
  expect(compareClimatePlans(plan(["1"]), before).profile).toEqual([]); // kept before answers were
});
