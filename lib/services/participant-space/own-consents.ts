import "server-only";
import { listOwnConsents, type OwnConsent } from "@/lib/data/own-consents";
import type { Actor, OwnParticipant } from "@/lib/data/scope";
import { type ConsentState, consentState } from "@/lib/domain/consents/consent-state";
import { isAlreadyGiven } from "@/lib/domain/consents/is-already-given";
import { DomainError } from "@/lib/domain/errors";
import { addDays, type CivilDate } from "@/lib/domain/time/civil-date";
import { buildConsentForms } from "@/lib/services/consents/build-consent-forms";
import { EXPIRY_NOTICE_DAYS } from "@/lib/services/consents/read-consents";
import { withdrawConsent } from "@/lib/services/consents/withdraw-consent";
import type { StatedParticipant } from "./build-own-statements";
import { onOwnBehalf } from "./on-own-behalf";

export type ReadOwnConsent = OwnConsent & {
  readonly state: ConsentState;
  /** It ends soon, and nothing that was signed since takes its place: he may sign again. */
  readonly isToRenew: boolean;
};

const EVERYTHING = {
  participation: true,
  curveCollection: true,
  supplierTransmission: true,
  organiserTransmission: true,
} as const;

/** Everything a participant agreed to, latest first, and what it is worth on a day. */
export async function readOwnConsents(own: OwnParticipant, day: CivilDate): Promise<readonly ReadOwnConsent[]> {
  const consents = await listOwnConsents(own);
  const lastDay = addDays(day, EXPIRY_NOTICE_DAYS);
  const given = consents.map(toGiven);
  return consents.map((consent) => {
    const state = consentState(consent, day);
    const endsSoon = state === "valid" && consent.expiryDay !== null && consent.expiryDay <= lastDay;
    const isToRenew = endsSoon && consent.kind === "agreement" && !isAlreadyGiven(given, consent, day, lastDay);
    return { ...consent, state, isToRenew };
  });
}

/** Whether he has given all that the form asks, so that there is nothing left to sign. */
export function hasGivenEverything(consents: readonly OwnConsent[], day: CivilDate): boolean {
  return isAlreadyGiven(consents.map(toGiven), EVERYTHING, day, addDays(day, EXPIRY_NOTICE_DAYS));
}

const toGiven = (consent: OwnConsent) => ({ ...consent, isForAllPoints: consent.prm === null });

/**
 * Withdraws one of his own consents, from the day he does (convention, annexe 4: at any time, without a reason).
 *
 * @throws {DomainError} CONSENT_NOT_OPEN when he gave no such consent, or it is withdrawn already.
 */
export async function withdrawOwnConsent(
  own: OwnParticipant,
  actor: Actor,
  consentId: string,
  today: CivilDate,
): Promise<void> {
  const consents = await listOwnConsents(own);
  if (!consents.some(({ id }) => id === consentId)) throw new DomainError("CONSENT_NOT_OPEN", "not one of his");
  const withdrawal = { day: today, note: "Retiré en ligne par le participant" };
  await withdrawConsent(onOwnBehalf(own), actor, consentId, withdrawal, today);
}

/** The form of annexe 4 filled in for him, to sign. */
export async function buildOwnConsentForm(
  { own, sheet, collectivity }: StatedParticipant,
  day: CivilDate,
): Promise<Uint8Array | null> {
  return buildConsentForms({ id: onOwnBehalf(own), sheet, collectivity }, own.participantId, day);
}
