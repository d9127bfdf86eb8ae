import "server-only";
import { createHash } from "node:crypto";
import type { SignedDocument } from "@/lib/data/consent-writing";
import { signedDocumentType } from "@/lib/domain/consents/signed-document-type";
import { DomainError } from "@/lib/domain/errors";

export type DocumentUpload = { readonly name: string; readonly bytes: Uint8Array };

/**
 * A signed document as it is kept, with its fingerprint.
 *
 * @throws {DomainError} UNREADABLE_DOCUMENT when it is not a whole PDF, PNG or JPEG, or its name says otherwise.
 */
export function checkSignedDocument({ name, bytes }: DocumentUpload): SignedDocument {
  if (signedDocumentType(name, bytes) === null) {
    throw new DomainError("UNREADABLE_DOCUMENT", "neither PDF, PNG nor JPEG");
  }
  return { name, bytes, sha256: createHash("sha256").update(bytes).digest() };
}
