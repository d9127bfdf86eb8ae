import "server-only";
import { type CorrespondenceSubject, insertCorrespondenceDocument } from "@/lib/data/correspondence-events";
import type { Actor, AuthorizedOperationId } from "@/lib/data/scope";
import type { CivilDate } from "@/lib/domain/time/civil-date";
import { checkSignedDocument, type DocumentUpload } from "@/lib/services/consents/check-signed-document";

/**
 * Joins a paper to a complaint or a letter of the operation.
 *
 * @returns The id of what was joined; null when there is nothing to join it to, or its sender asked to be forgotten.
 * @throws {DomainError} UNREADABLE_DOCUMENT when it is neither PDF, PNG nor JPEG.
 */
export function joinDocument(
  operationId: AuthorizedOperationId,
  actor: Actor,
  subject: CorrespondenceSubject,
  upload: DocumentUpload,
  day: CivilDate,
): Promise<string | null> {
  return insertCorrespondenceDocument(operationId, actor, subject, { day, document: checkSignedDocument(upload) });
}
