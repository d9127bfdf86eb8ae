import "server-only";
import { readConsentRegistry } from "@/lib/data/consents";
import type { Actor, AuthorizedOperationId } from "@/lib/data/scope";
import { DEMONSTRATION_OPERATION } from "@/lib/domain/demonstration/demonstration-operation";
import { addDays, civilDate } from "@/lib/domain/time/civil-date";
import { recordConsent } from "./record-consent";

const SIGNED_BEFORE_START = 16; // days
/** One is to be renewed soon after the demonstration's last month, so that there is something to do. */
const EXPIRIES = new Map([["ccas", civilDate("2027-01-15")]]);

/** Everyone of the demonstration has agreed to everything, without a document: no signature is made up. */
export async function recordDemonstrationConsents(operationId: AuthorizedOperationId, actor: Actor): Promise<void> {
  const { participants, startDay, measured } = DEMONSTRATION_OPERATION;
  const registry = await readConsentRegistry(operationId);
  const keyOf = new Map(participants.map(({ siret, key }) => [siret, key]));
  for (const { id, legalId } of registry.participants) {
    const key = keyOf.get(legalId ?? "");
    const isRecorded = registry.consents.some(({ participantId }) => participantId === id);
    if (key === undefined || isRecorded) continue;
    const consent = {
      participantId: id,
      meteringPointId: null,
      kind: "agreement" as const,
      givenDay: addDays(startDay, -SIGNED_BEFORE_START),
      expiryDay: EXPIRIES.get(key) ?? null,
      participation: true,
      curveCollection: true,
      supplierTransmission: true,
      organiserTransmission: true,
    };
    await recordConsent(operationId, actor, consent, null, measured.toExclusive);
  }
}
