import "server-only";
import { type ClimateSnapshotHead, findClimateSnapshot } from "@/lib/data/climate-snapshots";
import type { AuthorizedClimatePlanId } from "@/lib/data/scope";
import type { ClimateSnapshotContent, FrozenAction } from "@/lib/domain/scoring/climate-snapshot";
import { listFrozenActions } from "./freeze-climate-plan";
import { readClimateReferential } from "./read-climate-referential";

export type ReadClimateSnapshot = {
  readonly head: ClimateSnapshotHead;
  readonly content: ClimateSnapshotContent & {
    readonly actions: readonly FrozenAction[];
    readonly measureDepth: number;
  };
};

/**
 * A kept plan, whole; null when the collectivity has none of this id. One that was kept before the words of its
 * referential were has those of today's, of the actions both have.
 */
export async function readClimateSnapshot(
  collectivityId: AuthorizedClimatePlanId,
  id: string,
): Promise<ReadClimateSnapshot | null> {
  const found = await findClimateSnapshot(collectivityId, id);
  if (!found) return null;
  const { content, ...head } = found;
  if (content.actions && content.measureDepth) {
    return { head, content: { ...content, actions: content.actions, measureDepth: content.measureDepth } };
  }
  const { referential } = await readClimateReferential(collectivityId);
  const actions = listFrozenActions(referential.root).filter((action) => action.id in content.scores);
  return { head, content: { ...content, actions, measureDepth: referential.measureDepth } };
}
