import "server-only";
import { DomainError } from "@/lib/domain/errors";
import { type AuditEntry, insertAuditEvent, insertAuditEventWith } from "./audit-events";
import { settlementLock } from "./operation-locks";
import { findParticipant, type ParticipantDetails } from "./participants";
import { inLockedTransaction } from "./pg";
import { prisma } from "./prisma";
import { type PublicationWriting, startPublicationWriting } from "./publications";
import type { Actor, AuthorizedOperationId } from "./scope";

const FIELDS = ["kind", "name", "legalId", "address", "email", "phone", "isTenant"] as const;

/** Adds a participant. One transaction with its audit event, which names nobody. */
export async function insertParticipant(
  operationId: AuthorizedOperationId,
  actor: Actor,
  details: ParticipantDetails,
): Promise<string> {
  return prisma.$transaction(async (tx) => {
    const { id } = await tx.participant.create({ data: { operationId, ...details }, select: { id: true } });
    const { kind, isTenant } = details;
    const entry = eventOf(operationId, actor, "create.participant", id);
    await insertAuditEvent({ ...entry, after: { kind, isTenant } }, tx);
    return id;
  });
}

const COLUMNS: Readonly<Record<(typeof FIELDS)[number], string>> = {
  kind: "kind",
  name: "name",
  legalId: "legal_id",
  address: "address",
  email: "email",
  phone: "phone",
  isTenant: "is_tenant",
};

/**
 * Changes what is known of a participant. One transaction with its audit event: the names of the fields, no value.
 *
 * @param follow - What follows in the same transaction: his SIRET decides what of his energy is public.
 * @returns Whether anything changed; null when there is no such participant.
 * @throws {DomainError} DATA_ERASED when he asked to be forgotten.
 */
export async function updateParticipant(
  operationId: AuthorizedOperationId,
  actor: Actor,
  participantId: string,
  details: ParticipantDetails,
  follow: (writing: { readonly publication: PublicationWriting }) => Promise<void>,
): Promise<boolean | null> {
  return inLockedTransaction(settlementLock(operationId), async (client) => {
    const before = await findParticipant(operationId, participantId);
    if (!before) return null;
    if (before.isErased) throw forgotten();
    const fields = FIELDS.filter((field) => before[field] !== details[field]);
    if (fields.length === 0) return false;
    const changes = fields.map((field, index) => `${COLUMNS[field]} = $${index + 3}`);
    const { rowCount } = await client.query(
      `UPDATE participant SET ${changes.join(", ")}
        WHERE operation_id = $1 AND id = $2 AND restricted_at IS NULL AND erased_at IS NULL`,
      [operationId, participantId, ...fields.map((field) => details[field])],
    );
    if (rowCount === 0) throw forgotten(); // meanwhile
    const entry = eventOf(operationId, actor, "update.participant", participantId);
    await insertAuditEventWith(client, { ...entry, after: { fields } });
    await follow({ publication: startPublicationWriting(client, operationId, actor) });
    return true;
  });
}

const forgotten = () => new DomainError("DATA_ERASED", "the participant asked to be forgotten");

/** Why a participant entered by error cannot simply be taken away. */
export type ParticipantUse = "points" | "consents" | "complaints";

/**
 * Takes away a participant entered by error. One transaction with its audit event.
 *
 * @returns What still refers to it, and then nothing is done; `unknown` when there is no such participant.
 */
export async function deleteParticipant(
  operationId: AuthorizedOperationId,
  actor: Actor,
  participantId: string,
): Promise<"deleted" | "unknown" | ParticipantUse> {
  return prisma.$transaction(async (tx) => {
    // Locked: whoever adds a metering point to it meanwhile waits, and then finds nobody to add it to.
    const locked = await tx.$queryRaw<readonly unknown[]>`
      SELECT id FROM participant WHERE operation_id = ${operationId}::uuid AND id = ${participantId}::uuid FOR UPDATE`;
    if (locked.length === 0) return "unknown";
    const where = { operationId, participantId };
    if ((await tx.meteringPoint.count({ where })) > 0 || (await tx.attachment.count({ where })) > 0) return "points";
    if ((await tx.tenantChange.count({ where: { operationId, newParticipantId: participantId } })) > 0) return "points";
    if ((await tx.consent.count({ where })) > 0) return "consents";
    if ((await tx.complaint.count({ where })) > 0) return "complaints";
    await tx.participant.delete({
      where: { operationId_id: { operationId, id: participantId } },
      select: { id: true },
    });
    await insertAuditEvent(eventOf(operationId, actor, "delete.participant", participantId), tx);
    return "deleted";
  });
}

function eventOf(
  operationId: AuthorizedOperationId,
  actor: Actor,
  action: AuditEntry["action"],
  objectId: string,
): AuditEntry {
  return { operationId, actor, action, objectType: "participant", objectId };
}
