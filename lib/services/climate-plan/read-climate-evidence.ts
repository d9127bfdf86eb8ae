import "server-only";
import { type ClimateEvidenceRow, listClimateEvidence } from "@/lib/data/climate-evidence";
import {
  hasOperations,
  listClimateFigures,
  listFormerClimateFigures,
  type OperationEvidenceRow,
} from "@/lib/data/climate-figures";
import type { AuthorizedClimatePlanId } from "@/lib/data/scope";
import type { OperationEvidence } from "@/lib/domain/scoring/operation-evidence/operation-evidence";

export type ClimateEvidenceSheet = {
  /** Documents and links, by action, the latest joined first. */
  readonly joined: readonly ClimateEvidenceRow[];
  /** The latest figures of each operation and action, with what they were before, the latest first. */
  readonly figures: readonly (OperationEvidenceRow & { readonly former: readonly OperationEvidence[] })[];
  readonly hasOperations: boolean;
};

/**
 * What proves the actions of a collectivity, or of one of its measures.
 *
 * @param measureId - `cae_3.1.1`
 */
export async function readClimateEvidence(
  collectivityId: AuthorizedClimatePlanId,
  measureId?: string,
): Promise<ClimateEvidenceSheet> {
  const [joined, figures, former, isWithOperations] = await Promise.all([
    listClimateEvidence(collectivityId),
    listClimateFigures(collectivityId),
    listFormerClimateFigures(collectivityId),
    hasOperations(collectivityId),
  ]);
  const isInside = ({ nodeId }: { readonly nodeId: string }) =>
    measureId === undefined || nodeId.startsWith(`${measureId}.`);
  return {
    joined: joined.filter(isInside),
    figures: figures.filter(isInside).map((latest) => ({
      ...latest,
      former: former.filter((each) => each.nodeId === latest.nodeId && each.operation.id === latest.operation.id),
    })),
    hasOperations: isWithOperations,
  };
}
