import "server-only";
import { type ClimateSnapshot, findClimateSnapshot, listClimateSnapshotHeads } from "@/lib/data/climate-snapshots";
import type { AuthorizedClimatePlanId } from "@/lib/data/scope";
import type { ClimateReport, ReportedAction, ReportedChange } from "@/lib/domain/scoring/climate-report";
import { listMovedMeasures } from "@/lib/domain/scoring/list-moved-measures";
import { listReportedActions } from "@/lib/domain/scoring/list-reported-actions";
import { reportedDoneRatio } from "@/lib/domain/scoring/reported-done-ratio";
import { sumActionPoints } from "@/lib/domain/scoring/sum-action-points";
import { describePersonalisation } from "./describe-personalisation";
import { freezeClimatePlan } from "./freeze-climate-plan";
import { CAE, readClimateReferential } from "./read-climate-referential";
import { readClimateSnapshot } from "./read-climate-snapshot";
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
  const snapshot = snapshotId === null ? null : await readClimateSnapshot(id, snapshotId);
  if (snapshotId !== null && !snapshot) return null;
  const content = snapshot?.content ?? (await freezeClimatePlan(id));
  const [actions, earlier, { importedAtMs }] = await Promise.all([
    readPlanState(id, content).then(listReportedActions),
    findEarlier(id, snapshotId),
    readClimateReferential(id),
  ]);
  const root = (actions[0] as ReportedAction).score;
  return {
    collectivityName: name,
    snapshot: snapshot && { name: snapshot.head.name, takenAtMs: snapshot.head.takenAtMs },
    writtenAtMs: nowMs,
    referentialImportedAtMs: importedAtMs,
    stars: content.stars,
    doneRatio: reportedDoneRatio(actions),
    root,
    actions,
    categories: sumActionPoints(actions),
    personalisation: describePersonalisation(content, actions),
    change: changeSince(earlier, actions),
  };
}

/** The state kept before another one, or before today. */
async function findEarlier(
  collectivityId: AuthorizedClimatePlanId,
  snapshotId: string | null,
): Promise<ClimateSnapshot | null> {
  const heads = await listClimateSnapshotHeads(collectivityId); // the latest first
  const earlier = heads[heads.findIndex(({ id }) => id === snapshotId) + 1];
  return earlier ? findClimateSnapshot(collectivityId, earlier.id) : null;
}

function changeSince(earlier: ClimateSnapshot | null, actions: readonly ReportedAction[]): ReportedChange | null {
  const before = earlier?.content.scores[CAE];
  if (!earlier || !before) return null;
  const { name, takenAtMs, content } = earlier;
  return { name, takenAtMs, before, measures: listMovedMeasures(actions, content.scores) };
}
