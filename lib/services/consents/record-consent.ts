import "server-only";
import { insertConsent } from "@/lib/data/consent-writing";
import type { Actor, AuthorizedOperationId } from "@/lib/data/scope";
import type { Consent } from "@/lib/domain/consents/consent";
import { DomainError } from "@/lib/domain/errors";
import type { CivilDate } from "@/lib/domain/time/civil-date";
import { checkSignedDocument, type DocumentUpload } from "./check-signed-document";

export type NewConsent = Omit<Consent, "withdrawnDay"> & {
  /** By its giver, who sent the signed document. */
  readonly isHandedInOnline?: true;
};

/**
 * Records what a participant signed, or that a tenant was told, with the signed document when there is one.
 *
 * @param today - Day of the record: nobody signs in the future.
 * @returns The id of the consent.
 * @throws {DomainError} UNKNOWN_CONSENT_HOLDER, DATA_ERASED, INVALID_CONSENT_DAYS or UNREADABLE_DOCUMENT.
 */
export async function recordConsent(
  operationId: AuthorizedOperationId,
  actor: Actor,
  consent: NewConsent,
  upload: DocumentUpload | null,
  today: CivilDate,
): Promise<string> {
  const { givenDay, expiryDay } = consent;
  if (givenDay > today || (expiryDay !== null && expiryDay <= givenDay)) {
    throw new DomainError("INVALID_CONSENT_DAYS", "signed in the future, or over before it begins");
  }
  const document = upload && checkSignedDocument(upload);
  const id = await insertConsent(operationId, actor, consent, document);
  if (id === null) throw new DomainError("UNKNOWN_CONSENT_HOLDER", "no such participant, or not his metering point");
  return id;
}
