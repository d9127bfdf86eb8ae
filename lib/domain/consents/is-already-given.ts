import type { CivilDate } from "@/lib/domain/time/civil-date";
import type { Authorizations, Consent } from "./consent";
import { consentState } from "./consent-state";

/** A consent, and whether it is for all the metering points of its giver. */
export type GivenConsent = Authorizations &
  Pick<Consent, "kind" | "givenDay" | "expiryDay" | "withdrawnDay"> & { readonly isForAllPoints: boolean };

const AUTHORIZATIONS = ["participation", "curveCollection", "supplierTransmission", "organiserTransmission"] as const;

/**
 * Whether agreements of one participant already give everything that he would give again, for all his metering points.
 *
 * As in `list-missing-consents`, what he withdrew, be it for one metering point, ends what he gave before that day; and
 * one that ends soon may be renewed.
 *
 * @param asked - At least one is true.
 * @param renewedUntil - One that ends on this day or before does not stand in the way of the next.
 */
export function isAlreadyGiven(
  given: readonly GivenConsent[],
  asked: Authorizations,
  day: CivilDate,
  renewedUntil: CivilDate,
): boolean {
  return AUTHORIZATIONS.filter((key) => asked[key]).every((key) => {
    const relevant = given.filter((consent) => consent[key]);
    return relevant.some(
      (consent) =>
        consent.kind === "agreement" &&
        consent.isForAllPoints &&
        consentState(consent, day) === "valid" &&
        (consent.expiryDay === null || consent.expiryDay > renewedUntil) &&
        !relevant.some(({ withdrawnDay }) => withdrawnDay !== null && withdrawnDay > consent.givenDay),
    );
  });
}
