import { expect, test } from "vitest";
import type { ActionStatus } from "@/lib/domain/scoring/action-status";
import { listUnprovenActions } from "@/lib/domain/scoring/list-unproven-actions";
import { prepareScoringTree } from "@/lib/domain/scoring/prepare-scoring-tree";

const node = (id: string, points: number, children: readonly ReturnType<typeof leaf>[] = []) => ({
  id,
  points,
  children,
});
const leaf = (id: string) => ({ id, points: 1, children: [] });
const TREE = prepareScoringTree(
  { id: "m", points: 4, children: [node("m.1", 2, [leaf("m.1.1"), leaf("m.1.2")]), node("m.2", 2, [leaf("m.2.1")])] },
  0,
);

const DONE: ActionStatus = { status: "done" };
const PART: ActionStatus = { status: "detailed", detail: [0.1, 0.9, 0] };
const LATER: ActionStatus = { status: "detailed", detail: [0, 0.9, 0.1] };

test.for<[string, Readonly<Record<string, ActionStatus>>, readonly string[], readonly string[]]>([
  ["what is done, in whole or in part", { "m.1.1": DONE, "m.2.1": PART, "m.1.2": LATER }, [], ["m.1.1", "m.2.1"]],
  ["nothing that is planned, or out", { "m.1": { status: "planned" }, "m.2": { status: "not_concerned" } }, [], []],
  ["not what is proven itself", { "m.1.1": DONE, "m.1.2": DONE }, ["m.1.1"], ["m.1.2"]],
  ["not the tasks of a proven sub-action", { "m.1.1": DONE, "m.1.2": DONE }, ["m.1"], []],
  ["not a sub-action one task of which is proven", { "m.1": DONE, "m.2": DONE }, ["m.1.2"], ["m.2"]],
])("lacks a proof: %s", ([, statuses, proven, unproven]) => {
  expect(listUnprovenActions(TREE, new Map(Object.entries(statuses)), new Set(proven))).toEqual(unproven);
});
