import "server-only";
import { listClimateEvidence } from "@/lib/data/climate-evidence";
import { listClimateFigures } from "@/lib/data/climate-figures";
import type { AuthorizedClimatePlanId } from "@/lib/data/scope";
import type { FrozenEvidence } from "@/lib/domain/scoring/climate-snapshot";

/** What proves the actions of a collectivity now, as a snapshot keeps it: no author, no state that passes. */
export async function freezeEvidence(collectivityId: AuthorizedClimatePlanId): Promise<FrozenEvidence> {
  const [joined, figures] = await Promise.all([
    listClimateEvidence(collectivityId),
    listClimateFigures(collectivityId),
  ]);
  return {
    joined: joined.map(({ changedAtMs: _, authorName: __, ...evidence }) => evidence),
    figures: figures.map(({ isOutdated: _, ...evidence }) => evidence),
  };
}
