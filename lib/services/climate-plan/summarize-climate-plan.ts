import { doneRatio } from "@/lib/domain/scoring/done-ratio";
import { highestStar, STAR_RATIOS } from "@/lib/domain/scoring/highest-star";
import { type ActionGain, listBestGains } from "@/lib/domain/scoring/list-best-gains";
import { type LabelCriterion, listLabelCriteria } from "@/lib/domain/scoring/list-label-criteria";
import type { NodeScore } from "@/lib/domain/scoring/node-score";
import { readNodeScore } from "@/lib/domain/scoring/read-node-score";
import type { ActionCategory, ReferentialNode } from "@/lib/domain/scoring/referential";
import { scoreAllPlanned } from "@/lib/domain/scoring/score-all-planned";
import { type CategoryPoints, sumByCategory } from "@/lib/domain/scoring/sum-by-category";
import type { ClimatePlan } from "./read-climate-plan";

/** How many actions each list of gains shows. */
const SHOWN = 10;

const ANSWERED = new Set(["done", "planned", "not_done", "detailed"]);

export type ClimateSummary = {
  readonly score: NodeScore;
  /** From 0 to 1. */
  readonly ratio: number;
  readonly star: number;
  /** Once all that is planned is done. */
  readonly planned: { readonly ratio: number; readonly star: number };
  /** What the star after this one asks of some actions; null when there is none after. */
  readonly next: { readonly star: number; readonly criteria: readonly LabelCriterion[] } | null;
  /** Depth of the parts, and their points: the axes, or the first level that has more than one node. */
  readonly parts: {
    readonly depth: number;
    readonly nodes: readonly ReferentialNode[];
    readonly scores: readonly NodeScore[];
  };
  /** Points of each category; `null` is what has none. */
  readonly categories: ReadonlyMap<ActionCategory | null, CategoryPoints>;
  /** What brings most points, of what is planned and of what is open. */
  readonly gains: { readonly planned: readonly ActionGain[]; readonly open: readonly ActionGain[] };
};

/** A plan at a glance: where it stands, what the next star asks, what its points are made of and what would bring most. */
export function summarizeClimatePlan(plan: ClimatePlan): ClimateSummary {
  const { tree, scores, statuses, consequences } = plan;
  const input = { statuses, consequences, redistribute: true };
  const ratio = doneRatio(scores, 0);
  const star = highestStar(ratio);
  const plannedRatio = doneRatio(scoreAllPlanned(tree, input), 0);
  const answered = new Set([...statuses].flatMap(([id, { status }]) => (ANSWERED.has(status) ? [id] : [])));
  const next = star < STAR_RATIOS.length ? star + 1 : null;
  return {
    score: readNodeScore(tree, scores, 0),
    ratio,
    star,
    planned: { ratio: plannedRatio, star: highestStar(plannedRatio) },
    next: next === null ? null : { star: next, criteria: listLabelCriteria(tree, scores, answered, next) },
    parts: partsOf(plan),
    categories: sumCategories(plan),
    gains: {
      planned: listBestGains(tree, input, scores, "planned", SHOWN),
      open: listBestGains(tree, input, scores, "open", SHOWN),
    },
  };
}

/** A text with one measure says nothing by its one axis: its sub-actions do. */
function partsOf({ referential, tree, scores }: ClimatePlan): ClimateSummary["parts"] {
  let [depth, node] = [0, referential.root];
  while (node.children.length === 1 && depth < tree.measureDepth) {
    node = node.children[0] as ReferentialNode;
    depth += 1;
  }
  const nodes = node.children;
  const indexes = nodes.map(({ id }) => tree.indexById.get(id) as number);
  return { depth: depth + 1, nodes, scores: indexes.map((index) => readNodeScore(tree, scores, index)) };
}

/** The categories, and what of the plan is in none, so that all of them make up the plan. */
function sumCategories({ referential, tree, scores }: ClimatePlan): ClimateSummary["categories"] {
  const categories = new Map<string, ActionCategory>();
  const waiting: ReferentialNode[] = [referential.root];
  for (let node = waiting.pop(); node; node = waiting.pop()) {
    if (node.category !== null) categories.set(node.id, node.category);
    waiting.push(...node.children);
  }
  const sums = new Map<ActionCategory | null, CategoryPoints>(sumByCategory(tree, scores, categories));
  const rest = restOf(readNodeScore(tree, scores, 0), [...sums.values()]);
  if (rest.potentialPoints >= 0.05) sums.set(null, rest);
  return sums;
}

function restOf(whole: CategoryPoints, sums: readonly CategoryPoints[]): CategoryPoints {
  const left = (name: keyof CategoryPoints) =>
    Math.max(
      0,
      sums.reduce((rest, each) => rest - each[name], whole[name]),
    );
  return {
    potentialPoints: left("potentialPoints"),
    donePoints: left("donePoints"),
    plannedPoints: left("plannedPoints"),
    notDonePoints: left("notDonePoints"),
    unfilledPoints: left("unfilledPoints"),
  };
}
