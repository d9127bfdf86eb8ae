import "server-only";
import type { ClimateSnapshotHead } from "@/lib/data/climate-snapshots";
import type { AuthorizedClimatePlanId } from "@/lib/data/scope";
import { type ClimateComparison, compareClimatePlans } from "@/lib/domain/scoring/compare-climate-plans";
import { freezeClimatePlan } from "./freeze-climate-plan";
import { type ReadClimateSnapshot, readClimateSnapshot } from "./read-climate-snapshot";

/** In the place of an id: the plan as it stands now. */
export const TODAY = "today";

/** One side of a comparison. */
export type ComparedPlan = Pick<ClimateSnapshotHead, "stars" | "potentialPoints" | "donePoints" | "plannedPoints"> & {
  /** Null for today's plan. */
  readonly snapshot: Pick<ClimateSnapshotHead, "id" | "name" | "takenAtMs"> | null;
};

export type SnapshotComparison = ClimateComparison & {
  readonly before: ComparedPlan;
  readonly after: ComparedPlan;
  /** Of the later one. */
  readonly measureDepth: number;
  /** False: one of them was kept before what the collectivity says of itself was. */
  readonly isProfileKnown: boolean;
};

/**
 * Sets two kept plans of a collectivity side by side, or one and today's.
 *
 * @returns Null when one of them is not there.
 */
export async function compareClimateSnapshots(
  collectivityId: AuthorizedClimatePlanId,
  beforeId: string,
  afterId: string,
): Promise<SnapshotComparison | null> {
  const [before, after] = await Promise.all([readSide(collectivityId, beforeId), readSide(collectivityId, afterId)]);
  if (!before || !after) return null;
  return {
    ...compareClimatePlans(before.content, after.content),
    before: describe(before),
    after: describe(after),
    measureDepth: after.content.measureDepth,
    isProfileKnown: before.content.profile !== undefined && after.content.profile !== undefined,
  };
}

type Side = { readonly head: ClimateSnapshotHead | null; readonly content: ReadClimateSnapshot["content"] };

async function readSide(collectivityId: AuthorizedClimatePlanId, id: string): Promise<Side | null> {
  if (id === TODAY) return { head: null, content: await freezeClimatePlan(collectivityId) };
  return readClimateSnapshot(collectivityId, id);
}

function describe({ head, content }: Side): ComparedPlan {
  const { stars, potentialPoints, donePoints, plannedPoints } = content;
  const snapshot = head && { id: head.id, name: head.name, takenAtMs: head.takenAtMs };
  return { stars, potentialPoints, donePoints, plannedPoints, snapshot };
}
