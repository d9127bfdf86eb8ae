import "server-only";
import { insertLabelRequest } from "@/lib/data/climate-audit-writing";
import type { Actor, AuthorizedClimatePlanId } from "@/lib/data/scope";
import { DomainError } from "@/lib/domain/errors";
import { checkSignedDocument, type DocumentUpload } from "@/lib/services/consents/check-signed-document";
import { checkLabel, refusalOf } from "./check-label";
import { readClimatePlan } from "./read-climate-plan";
import { readLabelCycle } from "./read-label-cycle";

export type LabelAsking = { readonly star: number; readonly hasObjectivesContract: boolean };

/**
 * Asks for a star, with the signed request when one is needed.
 *
 * @returns The id of the request.
 * @throws {DomainError} LABEL_REQUEST_REFUSED with the first thing that lacks, UNREADABLE_DOCUMENT or AUDIT_STEP_REFUSED.
 */
export async function requestLabel(
  collectivityId: AuthorizedClimatePlanId,
  actor: Actor,
  { star, hasObjectivesContract }: LabelAsking,
  upload: DocumentUpload | null,
): Promise<string> {
  const document = upload && checkSignedDocument(upload);
  const [plan, state] = await Promise.all([readClimatePlan(collectivityId), readLabelCycle(collectivityId)]);
  const hasSignedFile = document !== null;
  const refusal = refusalOf(checkLabel(plan, star), state, { hasSignedFile, hasObjectivesContract });
  if (refusal) throw new DomainError("LABEL_REQUEST_REFUSED", "the star cannot be asked for", { details: { refusal } });
  return insertLabelRequest(collectivityId, actor, { star, hasObjectivesContract, document });
}
