import "server-only";
import { findClimateDocument } from "@/lib/data/climate-evidence";
import { purgeClimateDocument } from "@/lib/data/climate-evidence-writing";
import type { Actor, AuthorizedClimatePlanId } from "@/lib/data/scope";
import { DomainError } from "@/lib/domain/errors";

/**
 * Empties a document for good, whatever it proves: somebody whom it names asked for it. Its title and fingerprint stay.
 *
 * @throws {DomainError} UNKNOWN_EVIDENCE when there is no such document, or it is empty already.
 */
export async function purgeClimateEvidence(
  collectivityId: AuthorizedClimatePlanId,
  actor: Actor,
  evidenceId: string,
): Promise<void> {
  const found = await findClimateDocument(collectivityId, evidenceId);
  const isPurged = found && (await purgeClimateDocument(collectivityId, actor, found.sha256));
  if (!isPurged) throw new DomainError("UNKNOWN_EVIDENCE", "no such document with a content");
}
