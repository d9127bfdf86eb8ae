import "server-only";
import type { AuthorizedClimatePlanId } from "@/lib/data/scope";
import type { ClimateSnapshotContent, FrozenAction } from "@/lib/domain/scoring/climate-snapshot";
import { doneRatio } from "@/lib/domain/scoring/done-ratio";
import { highestStar } from "@/lib/domain/scoring/highest-star";
import { readNodeScore } from "@/lib/domain/scoring/read-node-score";
import type { ReferentialNode } from "@/lib/domain/scoring/referential";
import { freezeEvidence } from "./freeze-evidence";
import { readClimatePlan } from "./read-climate-plan";

/** The plan of a collectivity as it stands now, whole, as a snapshot keeps it. */
export async function freezeClimatePlan(
  collectivityId: AuthorizedClimatePlanId,
): Promise<Required<ClimateSnapshotContent>> {
  const [plan, evidence] = await Promise.all([readClimatePlan(collectivityId), freezeEvidence(collectivityId)]);
  const { tree, scores, statuses, notes, profile, consequences, referential } = plan;
  const { potentialPoints, donePoints, plannedPoints } = readNodeScore(tree, scores, 0);
  return {
    stars: highestStar(doneRatio(scores, 0)),
    potentialPoints,
    donePoints,
    plannedPoints,
    statuses: Object.fromEntries(statuses),
    notes: Object.fromEntries(notes),
    scores: Object.fromEntries(tree.ids.map((id, index) => [id, readNodeScore(tree, scores, index)])),
    evidence,
    actions: listFrozenActions(referential.root),
    measureDepth: referential.measureDepth,
    profile: { ...profile, answers: Object.fromEntries(profile.answers) },
    consequences: Object.fromEntries(consequences),
  };
}

/** The nodes of a referential without their texts, parents before their children. */
export function listFrozenActions(
  { id, number, title, category, children }: ReferentialNode,
  depth = 0,
): readonly FrozenAction[] {
  return [{ id, number, title, category, depth }, ...children.flatMap((child) => listFrozenActions(child, depth + 1))];
}
