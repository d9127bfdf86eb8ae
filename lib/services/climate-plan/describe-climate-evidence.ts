import "server-only";
import { listClimateEvidence } from "@/lib/data/climate-evidence";
import { listClimateFigures } from "@/lib/data/climate-figures";
import type { AuthorizedClimatePlanId } from "@/lib/data/scope";
import type { ClimateEvidence } from "@/lib/domain/scoring/climate-evidence";
import {
  EVIDENCE_FIGURE_UNITS,
  type EvidenceFigure,
  type OperationEvidence,
} from "@/lib/domain/scoring/operation-evidence/operation-evidence";

export type ClimateEvidenceDescription = {
  readonly joined: readonly ClimateEvidence[];
  readonly figures: readonly (Pick<OperationEvidence, "id" | "nodeId" | "operation"> & {
    /** ISO 8601, UTC. */
    readonly computedAt: string;
    readonly isOutdated: boolean;
    readonly figures: readonly (EvidenceFigure & { readonly unit: string })[];
  })[];
};

/** What proves the actions of a collectivity, for machines: no author is named. */
export async function describeClimateEvidence(
  collectivityId: AuthorizedClimatePlanId,
): Promise<ClimateEvidenceDescription> {
  const [joined, figures] = await Promise.all([
    listClimateEvidence(collectivityId),
    listClimateFigures(collectivityId),
  ]);
  return {
    joined: joined.map(({ changedAtMs: _, authorName: __, ...evidence }) => evidence),
    figures: figures.map(({ computedAtMs, figures: values, ...row }) => ({
      ...row,
      computedAt: new Date(computedAtMs).toISOString(),
      figures: values.map((figure) => ({ ...figure, unit: EVIDENCE_FIGURE_UNITS[figure.code] })),
    })),
  };
}
