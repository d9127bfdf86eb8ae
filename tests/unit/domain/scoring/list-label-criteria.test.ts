import { describe, expect, test } from "vitest";
import type { ActionStatus } from "@/lib/domain/scoring/action-status";
import type { Consequence } from "@/lib/domain/scoring/consequence";
import { listLabelCriteria } from "@/lib/domain/scoring/list-label-criteria";
import { prepareScoringTree } from "@/lib/domain/scoring/prepare-scoring-tree";
import { scoreTree } from "@/lib/domain/scoring/score-tree";
import { testTree } from "../../../support/scoring-trees";

const { root, measureDepth } = testTree("cae");
const tree = prepareScoringTree(root, measureDepth);

type Case = {
  readonly statuses?: Readonly<Record<string, ActionStatus>>;
  readonly consequences?: Readonly<Record<string, Consequence>>;
  readonly star?: number;
};

function criteria({ statuses: given = {}, consequences = {}, star = 1 }: Case) {
  const statuses = new Map(Object.entries(given).map(([number, status]) => [`cae_${number}`, status]));
  const changes = new Map(Object.entries(consequences).map(([number, each]) => [`cae_${number}`, each]));
  const scores = scoreTree(tree, { statuses, consequences: changes, redistribute: true });
  const answered = new Set([...statuses].flatMap(([id, { status }]) => (status === "unfilled" ? [] : [id])));
  return new Map(listLabelCriteria(tree, scores, answered, star).map((each) => [each.node.slice(4), each]));
}
const isMet = (number: string, given: Case) => criteria(given).get(number)?.isMet;

// The rules of the programme: of each action, what the highest star up to the one asked for asks.
describe("the first star asks", () => {
  test("six things, none of which an empty plan has", () => {
    expect([...criteria({}).keys()]).toEqual([
      "5.1.2.1.1",
      "5.1.1.1.3",
      "5.1.1.3.2",
      "1.1.2",
      "1.1.2.0.1",
      "1.1.2.0.2",
    ]);
    expect([...criteria({}).values()].some((each) => each.isMet)).toBe(false);
  });

  test.for<[string, ActionStatus, boolean]>([
    ["5.1.2.1.1", { status: "done" }, true],
    ["5.1.2.1.1", { status: "planned" }, false],
    ["5.1.2.1.1", { status: "detailed", detail: [0.9, 0.1, 0] }, false],
    ["5.1.1.3.2", { status: "planned" }, true],
    ["5.1.1.3.2", { status: "detailed", detail: [0.4, 0.6, 0] }, true],
    ["5.1.1.3.2", { status: "detailed", detail: [0.4, 0.5, 0.1] }, false],
    // Worth no points: what is done counts in tasks.
    ["1.1.2.0.1", { status: "planned" }, true],
    ["1.1.2.0.1", { status: "not_done" }, false],
  ])("of %s %o: %s", ([number, status, expected]) => {
    expect(isMet(number, { statuses: { [number]: status } })).toBe(expected);
  });

  test("a fifth of 1.1.2, that fifth included", () => {
    const tasks = tree.ids.filter((id, index) => id.startsWith("cae_1.1.2.") && tree.ends[index] === index + 1);
    const share = (done: number): Case => ({
      statuses: Object.fromEntries(
        tasks.map((id) => [id.slice(4), { status: "detailed", detail: [done, 0, 1 - done] } as const]),
      ),
    });
    expect([isMet("1.1.2", share(0.2)), isMet("1.1.2", share(0.19))]).toEqual([true, false]);
  });
});

test("the second star asks more of two of them, and one more; those above ask the same", () => {
  const planned = { statuses: { "1.1.2.0.1": { status: "planned" } } } as const;
  expect([isMet("1.1.2.0.1", planned), isMet("1.1.2.0.1", { ...planned, star: 2 })]).toEqual([true, false]);
  const asked = criteria({ star: 2 });
  expect([asked.size, asked.get("1.1.1.1.1")?.star, asked.get("1.1.2.0.2")?.counts]).toEqual([7, 2, "done"]);
  expect([...criteria({ star: 5 }).values()]).toEqual([...asked.values()]);
});

test("an action that personalisation took out is not asked", () => {
  expect(criteria({ consequences: { "5.1.1": { deactivated: true } } }).has("5.1.1.3.2")).toBe(false);
});

test("an action whose sub-action is answered has its ratio", () => {
  expect(isMet("5.1.1.3.2", { statuses: { "5.1.1.3": { status: "planned" } } })).toBe(true);
});

test("an action that the text does not have is not met, and has no ratio", () => {
  const alone = prepareScoringTree(testTree("mesure-3.1.1").root, 0);
  const scores = scoreTree(alone, { statuses: new Map(), consequences: new Map(), redistribute: true });
  expect(listLabelCriteria(alone, scores, new Set(), 1)[0]).toMatchObject({ ratio: null, isMet: false });
});
