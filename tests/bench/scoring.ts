import type { ActionStatus } from "@/lib/domain/scoring/action-status";
import type { Consequence } from "@/lib/domain/scoring/consequence";
import { listBestGains } from "@/lib/domain/scoring/list-best-gains";
import { prepareScoringTree } from "@/lib/domain/scoring/prepare-scoring-tree";
import { readNodeScore } from "@/lib/domain/scoring/read-node-score";
import { parseRule } from "@/lib/domain/scoring/rules/parse-rule";
import { type ScoringInput, scoreTree } from "@/lib/domain/scoring/score-tree";
import type { ScoringTree } from "@/lib/domain/scoring/scoring-tree";
import { testTree } from "../support/scoring-trees";
import type { BenchRow } from "./allocation";

const ROUNDS = 401;
/** What a person who clicks on a status may wait for; a click also has to be painted. */
const WHOLE_MS = 2;
/** What the two lists of what brings most points may add to a page. */
const GAINS_MS = 40;
/** Of a list that is shown. */
const GAINS_SHOWN = 10;

/** Times one status changed in the whole CAE referential, 1 471 nodes with every task answered. */
export function benchScoring(): BenchRow[] {
  const { root, measureDepth } = testTree("cae");
  const tree = prepareScoringTree(root, measureDepth);
  const statuses = everyTask(tree);
  const consequences = new Map<string, Consequence>([
    ["cae_3.1.1", { potentialFactor: 0.7 }],
    ["cae_1.1.2.1.5", { deactivated: true }],
    ["cae_3.3.5", { scoreFormula: parseRule("min(score(cae_1.2.3), score(cae_3.3.5))") }],
  ]);
  const changes: ActionStatus[] = [{ status: "done" }, { status: "not_concerned" }, { status: "planned" }];
  const changeOne = (round: number) => {
    statuses.set("cae_3.1.1.5.2", changes[round % changes.length] as ActionStatus);
    return scoreTree(tree, { statuses, consequences, redistribute: true });
  };
  const scoreMs: number[] = [];
  const readMs: number[] = [];
  const copyMs: number[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    scoreMs.push(time(() => changeOne(round)));
    const scores = changeOne(round);
    readMs.push(time(() => tree.ids.map((_, index) => readNodeScore(tree, scores, index))));
    copyMs.push(time(() => structuredClone(statuses)));
  }
  const [score, read, copy] = [median(scoreMs), median(readMs), median(copyMs)];
  const gains = timeGains(tree, { statuses, consequences, redistribute: true });
  return [
    {
      name: `score, one status of ${tree.ids.length} nodes / ${WHOLE_MS} ms`,
      ratio: score / WHOLE_MS,
      aim: 0.5,
      detail: `${score.toFixed(3)} ms, and ${read.toFixed(3)} ms to round them all`,
    },
    {
      name: "score, one status / a structured clone of the statuses",
      ratio: score / copy,
      aim: 3,
      detail: `reference ${copy.toFixed(3)} ms`,
    },
    {
      name: `what brings most points, planned and open / ${GAINS_MS} ms`,
      ratio: gains / GAINS_MS,
      aim: 0.5,
      detail: `${gains.toFixed(2)} ms; scored again only where a score formula reads`,
    },
  ];
}

/** Half of what is said is open or planned, and a formula reads two measures. [ms] */
function timeGains(tree: ScoringTree, input: ScoringInput): number {
  const scores = scoreTree(tree, input);
  const gainsMs = Array.from({ length: 41 }, () =>
    time(() => {
      listBestGains(tree, input, scores, "planned", GAINS_SHOWN);
      listBestGains(tree, input, scores, "open", GAINS_SHOWN);
    }),
  );
  return median(gainsMs);
}

function everyTask({ ids, ends, depths, measureDepth }: ScoringTree): Map<string, ActionStatus> {
  const kinds: ActionStatus[] = [
    { status: "done" },
    { status: "planned" },
    { status: "not_done" },
    { status: "detailed", detail: [0.2, 0.5, 0.3] },
    { status: "not_concerned" },
  ];
  const leaves = ids.filter((_, index) => ends[index] === index + 1 && (depths[index] as number) > measureDepth);
  return new Map(leaves.map((id, index) => [id, kinds[index % kinds.length] as ActionStatus]));
}

function time(run: () => unknown): number {
  const startMs = performance.now();
  run();
  return performance.now() - startMs;
}

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] as number;
}
