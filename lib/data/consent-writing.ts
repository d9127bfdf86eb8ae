import "server-only";
import { randomUUID } from "node:crypto";
import type { PoolClient } from "pg";
import type { Consent } from "@/lib/domain/consents/consent";
import type { GivenConsent } from "@/lib/domain/consents/is-already-given";
import { DomainError } from "@/lib/domain/errors";
import type { CivilDate } from "@/lib/domain/time/civil-date";
import { insertAuditEventWith } from "./audit-events";
import { insertKeptFile } from "./kept-files";
import { inTransaction } from "./pg";
import type { Actor, AuthorizedOperationId } from "./scope";

export type SignedDocument = { readonly name: string; readonly sha256: Uint8Array; readonly bytes: Uint8Array };

/**
 * Records a consent with its signed document, if there is one, as one transaction.
 *
 * @param refuse - Throws what speaks against it, given all he agreed to so far; nothing else of his is recorded meanwhile.
 * @returns Its id; null when the operation has no such participant, or he holds no such metering point.
 * @throws {DomainError} DATA_ERASED when he asked to be forgotten.
 */
export async function insertConsent(
  operationId: AuthorizedOperationId,
  actor: Actor,
  consent: Omit<Consent, "withdrawnDay"> & { readonly isHandedInOnline?: true },
  document: SignedDocument | null,
  refuse?: (given: readonly GivenConsent[]) => void,
): Promise<string | null> {
  return inTransaction(async (client) => {
    const isHolder = await lockHolder(client, operationId, consent, refuse ? "NO KEY UPDATE" : "SHARE");
    if (!isHolder) return null;
    refuse?.(await listGiven(client, operationId, consent.participantId));
    const id = randomUUID();
    if (document) await insertKeptFile(client, operationId, document.sha256, document.bytes);
    const { participantId, meteringPointId, kind, givenDay, expiryDay, isHandedInOnline, ...authorizations } = consent;
    await client.query(
      `INSERT INTO consent (operation_id, id, participant_id, metering_point_id, kind, given_day, expiry_day,
                            participation, curve_collection, supplier_transmission, organiser_transmission,
                            file_name, sha256, is_handed_in_online, created_at, created_by)
       VALUES ($1, $2, $3, $4, $5, $6::date, $7::date, $8, $9, $10, $11, $12, $13, $14, clock_timestamp(), $15)`,
      [
        operationId,
        id,
        participantId,
        meteringPointId,
        kind,
        givenDay,
        expiryDay,
        authorizations.participation,
        authorizations.curveCollection,
        authorizations.supplierTransmission,
        authorizations.organiserTransmission,
        document?.name ?? null,
        document && Buffer.from(document.sha256),
        isHandedInOnline ?? false,
        actor.userId,
      ],
    );
    await insertAuditEventWith(client, {
      ...entryOf(operationId, actor, id),
      action: "record.consent",
      after: {
        participantId,
        meteringPointId,
        kind,
        givenDay,
        expiryDay,
        participation: authorizations.participation,
        curveCollection: authorizations.curveCollection,
        supplierTransmission: authorizations.supplierTransmission,
        organiserTransmission: authorizations.organiserTransmission,
        hasDocument: document !== null,
        ...(isHandedInOnline && { isHandedInOnline }),
      },
    });
    return id;
  });
}

async function listGiven(
  client: PoolClient,
  operationId: string,
  participantId: string,
): Promise<readonly GivenConsent[]> {
  const { rows } = await client.query<GivenConsent>(
    `SELECT kind, given_day::text AS "givenDay", expiry_day::text AS "expiryDay", withdrawn_day::text AS "withdrawnDay",
            participation, curve_collection AS "curveCollection", supplier_transmission AS "supplierTransmission",
            organiser_transmission AS "organiserTransmission", metering_point_id IS NULL AS "isForAllPoints"
       FROM consent WHERE operation_id = $1 AND participant_id = $2`,
    [operationId, participantId],
  );
  return rows;
}

// A change of holder or an erasure ends before, or waits; so does another consent of his, but for those that share the lock.
async function lockHolder(
  client: PoolClient,
  operationId: string,
  { participantId, meteringPointId }: Pick<Consent, "participantId" | "meteringPointId">,
  lock: "SHARE" | "NO KEY UPDATE" = "SHARE",
): Promise<boolean> {
  const holder = await client.query<{ is_erased: boolean }>(
    `SELECT restricted_at IS NOT NULL OR erased_at IS NOT NULL AS is_erased
       FROM participant WHERE operation_id = $1 AND id = $2 FOR ${lock}`,
    [operationId, participantId],
  );
  if (holder.rows[0]?.is_erased) throw new DomainError("DATA_ERASED", "its holder asked to be forgotten");
  if (meteringPointId === null) return holder.rowCount === 1;
  const point = await client.query(
    `SELECT FROM metering_point p WHERE operation_id = $1 AND id = $2
        AND (participant_id = $3 OR EXISTS (SELECT FROM attachment a WHERE a.operation_id = $1
                                              AND a.metering_point_id = p.id AND a.participant_id = $3)) FOR SHARE`,
    [operationId, meteringPointId, participantId],
  );
  return holder.rowCount === 1 && point.rowCount === 1;
}

/**
 * Notes that a consent no longer counts from a day on; for an information, that the tenant objected.
 *
 * @returns False when the operation has no such consent that still counted, or its giver is erased.
 */
export async function updateConsentWithdrawn(
  operationId: AuthorizedOperationId,
  actor: Actor,
  consentId: string,
  { day, note }: { readonly day: CivilDate; readonly note: string | null },
): Promise<boolean> {
  return inTransaction(async (client) => {
    const { rows } = await client.query<{ participant_id: string; metering_point_id: string | null }>(
      `UPDATE consent c SET withdrawn_day = $3::date, withdrawal_note = $4
         FROM participant p
        WHERE c.operation_id = $1 AND c.id = $2 AND c.withdrawn_day IS NULL
          AND p.operation_id = $1 AND p.id = c.participant_id AND p.erased_at IS NULL
        RETURNING c.participant_id, c.metering_point_id`,
      [operationId, consentId, day, note],
    );
    const [consent] = rows;
    if (!consent) return false;
    await insertAuditEventWith(client, {
      ...entryOf(operationId, actor, consentId),
      action: "withdraw.consent",
      // The note is free text: it may name somebody.
      after: {
        participantId: consent.participant_id,
        meteringPointId: consent.metering_point_id,
        withdrawnDay: day,
        hasNote: note !== null,
      },
    });
    return true;
  });
}

/**
 * Joins the signed document to a consent that has none: a proof is never replaced.
 *
 * @returns False when the operation has no such consent without a document.
 * @throws {DomainError} DATA_ERASED when its giver asked to be forgotten.
 */
export async function updateConsentDocument(
  operationId: AuthorizedOperationId,
  actor: Actor,
  consentId: string,
  document: SignedDocument,
): Promise<boolean> {
  return inTransaction(async (client) => {
    const where = "operation_id = $1 AND id = $2 AND sha256 IS NULL";
    const { rows } = await client.query<{ participant_id: string }>(
      `SELECT participant_id FROM consent WHERE ${where}`,
      [operationId, consentId],
    );
    const [consent] = rows;
    if (!consent) return false;
    // The participant first, as an erasure does: each would wait for the other.
    await lockHolder(client, operationId, { participantId: consent.participant_id, meteringPointId: null });
    const free = await client.query(`SELECT FROM consent WHERE ${where} FOR UPDATE`, [operationId, consentId]);
    if (free.rowCount !== 1) return false;
    await insertKeptFile(client, operationId, document.sha256, document.bytes);
    await client.query("UPDATE consent SET file_name = $3, sha256 = $4 WHERE operation_id = $1 AND id = $2", [
      operationId,
      consentId,
      document.name,
      Buffer.from(document.sha256),
    ]);
    await insertAuditEventWith(client, {
      ...entryOf(operationId, actor, consentId),
      action: "join.consent_document",
      after: { participantId: consent.participant_id },
    });
    return true;
  });
}

const entryOf = (operationId: string, actor: Actor, consentId: string) =>
  ({ operationId, actor, objectType: "consent", objectId: consentId }) as const;
