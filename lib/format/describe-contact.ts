import type { OperationParty } from "@/lib/domain/operation/operation-party";
import { UNKNOWN } from "./format-number";
import { formatPhone } from "./format-phone";

/** Somebody the convention names, on one line: « Camille Exemple, responsable énergie, 31 avenue du Canigou… ». */
export function describeContact(party: Partial<OperationParty> | undefined): string {
  if (!party) return UNKNOWN;
  const person = [party.firstName, party.lastName].filter(Boolean).join(" ");
  const town = [party.postalCode, party.city].filter(Boolean).join(" ");
  const parts = [
    party.organisationName,
    person,
    party.jobTitle,
    party.address,
    town,
    party.phone && formatPhone(party.phone),
    party.email,
  ].filter(Boolean);
  return parts.length === 0 ? UNKNOWN : parts.join(", ");
}
