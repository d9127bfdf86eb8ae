import type { CivilDate } from "@/lib/domain/time/civil-date";
import type { Consent } from "./consent";

export type ConsentState = "valid" | "not_yet" | "expired" | "withdrawn" | "objected";

/**
 * What a consent is worth on a day.
 *
 * It counts from the day of its signature; the day it is withdrawn, objected to or expires no longer counts. Of two ends
 * that have come, the earlier one is told.
 *
 * @see Convention, annexe 4: given for as long as the convention, denounced at any time; art. 3.1 for the objection.
 */
export function consentState(
  { kind, givenDay, expiryDay, withdrawnDay }: Pick<Consent, "kind" | "givenDay" | "expiryDay" | "withdrawnDay">,
  day: CivilDate,
): ConsentState {
  const isWithdrawn = withdrawnDay !== null && withdrawnDay <= day;
  const isExpired = expiryDay !== null && expiryDay <= day;
  if (isWithdrawn && !(isExpired && expiryDay < withdrawnDay)) {
    return kind === "tenant_information" ? "objected" : "withdrawn";
  }
  if (isExpired) return "expired";
  return day < givenDay ? "not_yet" : "valid";
}
