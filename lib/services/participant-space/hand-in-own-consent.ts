import "server-only";
import { insertConsent } from "@/lib/data/consent-writing";
import type { Actor, OwnParticipant } from "@/lib/data/scope";
import type { Authorizations } from "@/lib/domain/consents/consent";
import { isAlreadyGiven } from "@/lib/domain/consents/is-already-given";
import { DomainError } from "@/lib/domain/errors";
import { addDays, type CivilDate } from "@/lib/domain/time/civil-date";
import { checkSignedDocument, type DocumentUpload } from "@/lib/services/consents/check-signed-document";
import { EXPIRY_NOTICE_DAYS } from "@/lib/services/consents/read-consents";
import { onOwnBehalf } from "./on-own-behalf";

/**
 * Records what a participant signed, with the form he sends back, for all his metering points and as long as the
 * convention. It counts from the day he sends it: what he dates himself proves no earlier one. One that ends within
 * {@link EXPIRY_NOTICE_DAYS} is renewed by it; of two that are sent at once, one is recorded.
 *
 * @param authorizations - The boxes he ticked on it, at least one.
 * @returns The id of the consent.
 * @throws {DomainError} CONSENT_STANDS when he gave all of it already; DATA_ERASED; UNREADABLE_DOCUMENT when it is not a
 *   whole PDF, PNG or JPEG.
 * @see Convention Enedis-FOR-CF_01E, art. 3.1 and 5.1.4, annexe 4.
 */
export async function handInOwnConsent(
  own: OwnParticipant,
  actor: Actor,
  authorizations: Authorizations,
  upload: DocumentUpload,
  today: CivilDate,
): Promise<string> {
  const consent = {
    participantId: own.participantId,
    meteringPointId: null,
    kind: "agreement",
    givenDay: today,
    expiryDay: null,
    isHandedInOnline: true,
    ...authorizations,
  } as const;
  const id = await insertConsent(onOwnBehalf(own), actor, consent, checkSignedDocument(upload), (given) => {
    if (isAlreadyGiven(given, authorizations, today, addDays(today, EXPIRY_NOTICE_DAYS))) {
      throw new DomainError("CONSENT_STANDS", "he gave all of it already");
    }
  });
  if (id === null) throw new DomainError("UNKNOWN_CONSENT_HOLDER", "no such participant");
  return id;
}
