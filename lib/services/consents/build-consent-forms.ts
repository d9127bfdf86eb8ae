import "server-only";
import {
  type ConsentPointRow,
  findConsentParties,
  type OperationParty,
  readConsentRegistry,
} from "@/lib/data/consents";
import type { OperationSheet } from "@/lib/data/operations";
import type { AuthorizedOperationId } from "@/lib/data/scope";
import { renderConsentForms } from "@/lib/documents/consent-form";
import type { ConsentFormParticipant, ConsentFormParty } from "@/lib/documents/consent-form-content";
import { listMissingConsents } from "@/lib/domain/consents/list-missing-consents";
import type { CivilDate } from "@/lib/domain/time/civil-date";

/** An operation whose access is proven. */
export type ConsentOperation = {
  readonly id: AuthorizedOperationId;
  readonly sheet: OperationSheet;
  readonly collectivity: { readonly name: string };
};

/** Forms in one PDF: more would keep everyone else waiting while they are drawn. */
export const MAX_FORMS = 200;

/**
 * The forms of annexe 4 to sign, filled in with what the registry knows, as one PDF.
 *
 * @param participantId - One participant, whatever he has signed already; null: everyone who lacks something on `day`,
 *   the first {@link MAX_FORMS} by name.
 * @returns Null when there is no such participant, or nobody lacks anything.
 */
export async function buildConsentForms(
  { id, sheet, collectivity }: ConsentOperation,
  participantId: string | null,
  day: CivilDate,
): Promise<Uint8Array | null> {
  const [registry, parties] = await Promise.all([
    readConsentRegistry(id, participantId ?? undefined),
    findConsentParties(id),
  ]);
  const lacking = new Set(listMissingConsents(registry, day).map((missing) => missing.participantId));
  const asked = registry.participants.filter((participant) => participantId !== null || lacking.has(participant.id));
  if (asked.length === 0) return null;
  const operation = {
    name: sheet.name,
    accNumber: sheet.accNumber,
    organiser: toFormParty(parties.organiser, collectivity.name),
    agent: parties.agent && toFormParty(parties.agent, null),
  };
  const participants = asked.slice(0, MAX_FORMS).map(
    ({ isTenant, isNameRestricted: _, isErased: __, ...participant }): ConsentFormParticipant => ({
      ...participant,
      isHlmTenant: registry.management === "hlm" && isTenant,
      sites: registry.points.filter((point) => point.participantId === participant.id).flatMap(toSite(day)),
    }),
  );
  return renderConsentForms(operation, participants);
}

// A site that has left is not asked about; one that is not attached yet is, when it has no other.
const toSite =
  (day: CivilDate) =>
  ({ prm, name, address, attachments }: ConsentPointRow) => {
    const coming = attachments.filter(({ toExclusive }) => toExclusive === null || toExclusive > day);
    if (attachments.length > 0 && coming.length === 0) return [];
    return [{ prm, name, address, roles: [...new Set(coming.map(({ role }) => role))].sort() }];
  };

function toFormParty(party: OperationParty | null, fallbackName: string | null): ConsentFormParty {
  const person = [party?.firstName, party?.lastName].filter(Boolean).join(" ");
  const town = [party?.postalCode, party?.city].filter(Boolean).join(" ");
  const address = [party?.address, town].filter(Boolean).join(", ");
  return {
    name: party?.organisationName ?? fallbackName ?? (person || null),
    siret: party?.siret ?? null,
    legalForm: party?.legalForm ?? null,
    address: address || null,
    phone: party?.phone ?? null,
    email: party?.email ?? null,
  };
}
