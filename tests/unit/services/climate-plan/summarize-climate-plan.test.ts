import { expect, test } from "vitest";
import type { ActionStatus } from "@/lib/domain/scoring/action-status";
import { personalise } from "@/lib/domain/scoring/personalise";
import { prepareScoringTree } from "@/lib/domain/scoring/prepare-scoring-tree";
import { scoreTree } from "@/lib/domain/scoring/score-tree";
import type { ClimatePlan } from "@/lib/services/climate-plan/read-climate-plan";
import { readShippedReferential } from "@/lib/services/climate-plan/read-shipped-referential";
import { summarizeClimatePlan } from "@/lib/services/climate-plan/summarize-climate-plan";

async function planOf(answers: Readonly<Record<string, ActionStatus>>): Promise<ClimatePlan> {
  const referential = await readShippedReferential();
  const tree = prepareScoringTree(referential.root, referential.measureDepth);
  const statuses = new Map(Object.entries(answers).map(([number, status]) => [`cae_${number}`, status]));
  const consequences = new Map();
  return {
    referential,
    importedAtMs: null,
    statuses,
    notes: new Map(),
    otherAnswers: 0,
    profile: { kind: null, population: null, isOverseas: false, answers: new Map() },
    questions: [],
    rules: [],
    explained: personalise([], {}),
    consequences,
    tree,
    scores: scoreTree(tree, { statuses, consequences, redistribute: true }),
  };
}

test("one measure alone is told by its sub-actions, whose points make it up", async () => {
  const { parts, categories, score } = summarizeClimatePlan(await planOf({}));
  expect([parts.depth, parts.nodes.map(({ number }) => number)]).toEqual([
    4,
    ["3.1.1.1", "3.1.1.2", "3.1.1.3", "3.1.1.4", "3.1.1.5"],
  ]);
  // 20, 10, 30, 20 and 20 % of 10 points: bases have the first.
  expect(parts.scores.map(({ potentialPoints }) => potentialPoints)).toEqual([2, 1, 3, 2, 2]);
  expect([...categories].map(([category, { potentialPoints }]) => [category, potentialPoints])).toEqual([
    ["bases", 2],
    ["implementation", 8],
  ]);
  expect(score.potentialPoints).toBe(10);
});

test("what is planned, and the star it would reach", async () => {
  const plan = await planOf({ "3.1.1.1": { status: "done" }, "3.1.1.3": { status: "planned" } });
  const { ratio, star, planned, next, gains } = summarizeClimatePlan(plan);
  expect([ratio, star, planned, next?.star]).toEqual([0.2, 1, { ratio: 0.5, star: 3 }, 2]);
  expect(next?.criteria.every((criterion) => criterion.ratio === null)).toBe(true);
  expect(gains.planned).toEqual([{ id: "cae_3.1.1.3", points: 3 }]);
  expect(gains.open).toHaveLength(10);
});

test("nothing is next after the last star", async () => {
  const done = Object.fromEntries([1, 2, 3, 4, 5].map((place) => [`3.1.1.${place}`, { status: "done" } as const]));
  expect(summarizeClimatePlan(await planOf(done))).toMatchObject({
    star: 5,
    next: null,
    gains: { planned: [], open: [] },
  });
});
