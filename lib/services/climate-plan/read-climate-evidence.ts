import "server-only";
import { type ClimateEvidenceRow, listClimateEvidence } from "@/lib/data/climate-evidence";
import { hasOperations, listClimateFigures, type OperationEvidenceRow } from "@/lib/data/climate-figures";
import type { AuthorizedClimatePlanId } from "@/lib/data/scope";

export type ClimateEvidenceSheet = {
  /** Documents and links, by action, the latest joined first. */
  readonly joined: readonly ClimateEvidenceRow[];
  /** The latest figures of each operation and action. */
  readonly figures: readonly OperationEvidenceRow[];
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
  const [joined, figures, isWithOperations] = await Promise.all([
    listClimateEvidence(collectivityId),
    listClimateFigures(collectivityId),
    hasOperations(collectivityId),
  ]);
  const isInside = ({ nodeId }: { readonly nodeId: string }) =>
    measureId === undefined || nodeId.startsWith(`${measureId}.`);
  return { joined: joined.filter(isInside), figures: figures.filter(isInside), hasOperations: isWithOperations };
}
