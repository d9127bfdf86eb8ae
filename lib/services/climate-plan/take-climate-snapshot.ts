import "server-only";
import { insertClimateSnapshot } from "@/lib/data/climate-snapshots";
import type { Actor, AuthorizedClimatePlanId } from "@/lib/data/scope";
import { doneRatio } from "@/lib/domain/scoring/done-ratio";
import { highestStar } from "@/lib/domain/scoring/highest-star";
import { readNodeScore } from "@/lib/domain/scoring/read-node-score";
import { freezeEvidence } from "./freeze-evidence";
import { readClimatePlan } from "./read-climate-plan";

/** Keeps the plan of a collectivity as it stands now, under a name. */
export async function takeClimateSnapshot(
  collectivityId: AuthorizedClimatePlanId,
  actor: Actor,
  name: string,
): Promise<string> {
  const [{ tree, scores, statuses, notes }, evidence] = await Promise.all([
    readClimatePlan(collectivityId),
    freezeEvidence(collectivityId),
  ]);
  const { potentialPoints, donePoints, plannedPoints } = readNodeScore(tree, scores, 0);
  const content = {
    stars: highestStar(doneRatio(scores, 0)),
    potentialPoints,
    donePoints,
    plannedPoints,
    statuses: Object.fromEntries(statuses),
    notes: Object.fromEntries(notes),
    scores: Object.fromEntries(tree.ids.map((id, index) => [id, readNodeScore(tree, scores, index)])),
    evidence,
  };
  return insertClimateSnapshot(collectivityId, actor, { name, content });
}
