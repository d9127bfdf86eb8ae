import "server-only";
import { type ClimateSnapshot, listClimateSnapshots } from "@/lib/data/climate-snapshots";
import type { AuthorizedClimatePlanId } from "@/lib/data/scope";
import type { ClimateReport, ReportedAction, ReportedChange } from "@/lib/domain/scoring/climate-report";
import { highestStar } from "@/lib/domain/scoring/highest-star";
import { listMovedMeasures } from "@/lib/domain/scoring/list-moved-measures";
import { listReportedActions } from "@/lib/domain/scoring/list-reported-actions";
import { sumActionPoints } from "@/lib/domain/scoring/sum-action-points";
import { describePersonalisation } from "./describe-personalisation";
import { readClimatePlan } from "./read-climate-plan";
import { CAE } from "./read-climate-referential";
import { readPlanState } from "./read-plan-state";

/** A collectivity whose plan may be read. */
export type ReportedCollectivity = { readonly id: AuthorizedClimatePlanId; readonly name: string };

/**
 * A climate plan with all that is said of it, as it stands or as a snapshot kept it.
 *
 * @param snapshotId - Null: as it stands.
 * @param nowMs - When it is written.
 * @returns Null when the collectivity has no such snapshot.
 */
export async function gatherClimateReport(
  { id, name }: ReportedCollectivity,
  snapshotId: string | null,
  nowMs: number,
): Promise<ClimateReport | null> {
  const [plan, snapshots] = await Promise.all([readClimatePlan(id), listClimateSnapshots(id)]);
  const place = snapshotId === null ? -1 : snapshots.findIndex((each) => each.id === snapshotId);
  if (snapshotId !== null && place < 0) return null;
  const snapshot = snapshots[place] ?? null;
  const actions = listReportedActions(await readPlanState(id, plan, snapshot));
  const root = (actions[0] as ReportedAction).score;
  const doneRatio = ratioOf(root);
  return {
    collectivityName: name,
    snapshot: snapshot && { name: snapshot.name, takenAtMs: snapshot.takenAtMs },
    writtenAtMs: nowMs,
    referentialImportedAtMs: plan.importedAtMs,
    stars: snapshot?.content.stars ?? highestStar(doneRatio),
    doneRatio,
    root,
    actions,
    categories: sumActionPoints(actions),
    personalisation: snapshot ? null : describePersonalisation(plan, actions),
    change: changeSince(snapshots[place + 1] ?? null, actions),
  };
}

function ratioOf({ donePoints, potentialPoints }: ReportedAction["score"]): number {
  return potentialPoints > 0 ? donePoints / potentialPoints : 0;
}

// The latest first: what follows a state in the list came before it.
function changeSince(earlier: ClimateSnapshot | null, actions: readonly ReportedAction[]): ReportedChange | null {
  const before = earlier?.content.scores[CAE];
  if (!earlier || !before) return null;
  const { name, takenAtMs, content } = earlier;
  return { name, takenAtMs, before, measures: listMovedMeasures(actions, content.scores) };
}
