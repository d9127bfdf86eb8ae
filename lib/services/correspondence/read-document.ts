import "server-only";
import { findCorrespondenceDocument } from "@/lib/data/correspondence-events";
import type { AuthorizedOperationId } from "@/lib/data/scope";
import { signedDocumentType } from "@/lib/domain/consents/signed-document-type";
import type { ReadDocument } from "@/lib/services/consents/read-consent-document";

/** A paper joined to a complaint or a letter; null when there is none, `purged` once it was erased. */
export async function readDocument(
  operationId: AuthorizedOperationId,
  eventId: string,
): Promise<ReadDocument | "purged" | null> {
  const found = await findCorrespondenceDocument(operationId, eventId);
  if (found === null || found === "purged") return found;
  return { ...found, type: signedDocumentType(found.name, found.bytes) ?? "application/pdf" };
}
