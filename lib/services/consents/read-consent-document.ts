import "server-only";
import { readConsentDocuments } from "@/lib/data/consents";
import type { AuthorizedOperationId } from "@/lib/data/scope";
import { type SignedDocumentType, signedDocumentType } from "@/lib/domain/consents/signed-document-type";

export type ReadDocument = { readonly name: string; readonly type: SignedDocumentType; readonly bytes: Uint8Array };

/** The signed document of a consent; null when there is none. */
export async function readConsentDocument(
  operationId: AuthorizedOperationId,
  consentId: string,
): Promise<ReadDocument | null> {
  for await (const { name, bytes } of readConsentDocuments(operationId, [consentId])) {
    return { name, bytes, type: signedDocumentType(name, bytes) ?? "application/pdf" };
  }
  return null;
}
