import "server-only";
import { updateConsentWithdrawn } from "@/lib/data/consent-writing";
import { findConsent } from "@/lib/data/consents";
import type { Actor, AuthorizedOperationId } from "@/lib/data/scope";
import { DomainError } from "@/lib/domain/errors";
import type { CivilDate } from "@/lib/domain/time/civil-date";

/**
 * Notes that a participant withdrew a consent, or that a tenant objected after he was told.
 *
 * @param today - A withdrawal takes effect when it arrives: it may be recorded late, never before.
 * @throws {DomainError} CONSENT_NOT_OPEN when there is no such consent, or it is withdrawn already;
 *   INVALID_CONSENT_DAYS when the day is before the signature or after `today`.
 */
export async function withdrawConsent(
  operationId: AuthorizedOperationId,
  actor: Actor,
  consentId: string,
  withdrawal: { readonly day: CivilDate; readonly note: string | null },
  today: CivilDate,
): Promise<void> {
  const consent = await findConsent(operationId, consentId);
  if (!consent) throw new DomainError("CONSENT_NOT_OPEN", "no such consent");
  if (withdrawal.day < consent.givenDay || withdrawal.day > today) {
    throw new DomainError("INVALID_CONSENT_DAYS", "withdrawn before it was given, or in the future");
  }
  const isWithdrawn = await updateConsentWithdrawn(operationId, actor, consentId, withdrawal);
  if (!isWithdrawn) throw new DomainError("CONSENT_NOT_OPEN", "withdrawn already");
}
