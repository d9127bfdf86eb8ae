import "server-only";
import type { AuthorizedClimatePlanId } from "@/lib/data/scope";
import type { ActionNote } from "@/lib/domain/scoring/action-note";
import type { ActionStatus } from "@/lib/domain/scoring/action-status";
import { doneRatio } from "@/lib/domain/scoring/done-ratio";
import { highestStar } from "@/lib/domain/scoring/highest-star";
import type { NodeScore } from "@/lib/domain/scoring/node-score";
import { readNodeScore } from "@/lib/domain/scoring/read-node-score";
import { readClimatePlan } from "./read-climate-plan";

export type ClimatePlanDescription = {
  readonly stars: number;
  readonly statuses: Readonly<Record<string, ActionStatus>>;
  readonly notes: Readonly<Record<string, ActionNote>>;
  /** By id of every action. */
  readonly scores: Readonly<Record<string, NodeScore>>;
};

/** The climate plan of a collectivity in figures, for machines. */
export async function describeClimatePlan(collectivityId: AuthorizedClimatePlanId): Promise<ClimatePlanDescription> {
  const { tree, scores, statuses, notes } = await readClimatePlan(collectivityId);
  return {
    stars: highestStar(doneRatio(scores, 0)),
    statuses: Object.fromEntries(statuses),
    notes: Object.fromEntries(notes),
    scores: Object.fromEntries(tree.ids.map((id, index) => [id, readNodeScore(tree, scores, index)])),
  };
}
