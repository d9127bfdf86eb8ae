import "server-only";
import { updateConsentDocument } from "@/lib/data/consent-writing";
import type { Actor, AuthorizedOperationId } from "@/lib/data/scope";
import { DomainError } from "@/lib/domain/errors";
import { checkSignedDocument, type DocumentUpload } from "./check-signed-document";

/**
 * Joins the signed document to a consent recorded without one.
 *
 * @throws {DomainError} UNREADABLE_DOCUMENT; DATA_ERASED; CONSENT_NOT_OPEN when there is no such consent, or it has its document.
 */
export async function joinConsentDocument(
  operationId: AuthorizedOperationId,
  actor: Actor,
  consentId: string,
  upload: DocumentUpload,
): Promise<void> {
  const isJoined = await updateConsentDocument(operationId, actor, consentId, checkSignedDocument(upload));
  if (!isJoined) throw new DomainError("CONSENT_NOT_OPEN", "no such consent without a document");
}
