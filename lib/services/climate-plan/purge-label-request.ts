import "server-only";
import { findLabelRequestFile } from "@/lib/data/climate-audits";
import { purgeClimateDocument } from "@/lib/data/climate-evidence-writing";
import type { Actor, AuthorizedClimatePlanId } from "@/lib/data/scope";
import { DomainError } from "@/lib/domain/errors";

/**
 * Empties the signed request for a star for good, and whatever it proves besides: somebody whom it names asked for it. Its
 * name and fingerprint stay.
 *
 * @throws {DomainError} UNKNOWN_EVIDENCE when there is no such request with a file, or it is empty already.
 */
export async function purgeLabelRequest(
  collectivityId: AuthorizedClimatePlanId,
  actor: Actor,
  auditId: string,
): Promise<void> {
  const found = await findLabelRequestFile(collectivityId, auditId);
  const isPurged = found && (await purgeClimateDocument(collectivityId, actor, found.sha256));
  if (!isPurged) throw new DomainError("UNKNOWN_EVIDENCE", "no signed request with a content");
}
