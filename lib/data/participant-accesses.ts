import "server-only";
import type { PoolClient } from "pg";
import { DomainError } from "@/lib/domain/errors";
import { insertAuditEventWith } from "./audit-events";
import { type OperationSheet, SHEET, toSheet } from "./operations";
import { inTransaction, pool } from "./pg";
import { prisma } from "./prisma";
import type { Actor, AuthorizedOperationId } from "./scope";

/** An account that reads a participant's own figures, or once did. */
export type ParticipantAccess = {
  readonly id: string;
  /** Of the account, as it is today. */
  readonly userName: string;
  readonly email: string;
  readonly createdAt: Date;
  /** Null while it opens something. */
  readonly endedAt: Date | null;
};

/** Who reads the figures of a participant, or once did; the latest first. */
export async function listParticipantAccesses(
  operationId: AuthorizedOperationId,
  participantId: string,
): Promise<readonly ParticipantAccess[]> {
  const { rows } = await pool.query<ParticipantAccess>(
    `SELECT a.id::text, u.name AS "userName", u.email, a.created_at AS "createdAt", a.ended_at AS "endedAt"
       FROM participant_access a JOIN "user" u ON u.id = a.user_id
      WHERE a.operation_id = $1 AND a.participant_id = $2
      ORDER BY a.ended_at IS NULL DESC, a.created_at DESC, a.id DESC`,
    [operationId, participantId],
  );
  return rows;
}

/**
 * Opens a participant's own space to an account, inside a transaction; what is open already stays as it is.
 *
 * @throws {DomainError} UNKNOWN_PARTICIPANT, or DATA_ERASED when he asked to be forgotten.
 */
export async function insertParticipantAccessWith(
  client: PoolClient,
  actor: Actor,
  { operationId, participantId, userId }: { operationId: string; participantId: string; userId: string },
): Promise<void> {
  const participant = await client.query<{ isErased: boolean }>(
    `SELECT restricted_at IS NOT NULL OR erased_at IS NOT NULL AS "isErased" FROM participant
      WHERE operation_id = $1 AND id = $2 FOR SHARE`,
    [operationId, participantId],
  );
  const [found] = participant.rows;
  if (!found) throw new DomainError("UNKNOWN_PARTICIPANT", "not in the registry");
  if (found.isErased) throw new DomainError("DATA_ERASED", "he asked to be forgotten");
  const { rows } = await client.query<{ id: string }>(
    `INSERT INTO participant_access (id, operation_id, participant_id, user_id, created_by)
     VALUES (gen_random_uuid(), $1, $2, $3, $4)
     ON CONFLICT ON CONSTRAINT participant_access_one_current DO NOTHING RETURNING id::text`,
    [operationId, participantId, userId, actor.userId],
  );
  const [created] = rows;
  if (!created) return;
  await insertAuditEventWith(client, {
    ...{ operationId, actor, action: "grant.participant_access" },
    ...{ objectType: "participant_access", objectId: created.id, after: { participantId, userId } },
  });
}

/** The same as a transaction of its own, for an account that is there already. */
export async function insertParticipantAccess(
  operationId: AuthorizedOperationId,
  actor: Actor,
  access: { readonly participantId: string; readonly userId: string },
): Promise<void> {
  await inTransaction((client) => insertParticipantAccessWith(client, actor, { operationId, ...access }));
}

/** Closes one account's access to a participant's space; false when the operation has no such open one. */
export async function endParticipantAccess(
  operationId: AuthorizedOperationId,
  actor: Actor,
  accessId: string,
): Promise<boolean> {
  return inTransaction(async (client) => (await endAccesses(client, operationId, actor, { accessId })) > 0);
}

/** Closes every access to a participant's space, with what else of him ends. */
export async function endAccessesOf(
  client: PoolClient,
  operationId: AuthorizedOperationId,
  actor: Actor,
  participantId: string,
): Promise<void> {
  await endAccesses(client, operationId, actor, { participantId });
}

async function endAccesses(
  client: PoolClient,
  operationId: AuthorizedOperationId,
  actor: Actor,
  { accessId, participantId }: { readonly accessId?: string; readonly participantId?: string },
): Promise<number> {
  const { rows } = await client.query<{ id: string; participantId: string; userId: string }>(
    `UPDATE participant_access SET ended_at = greatest(clock_timestamp(), created_at), ended_by = $4
      WHERE operation_id = $1 AND ended_at IS NULL AND (id = $2 OR participant_id = $3)
      RETURNING id::text, participant_id::text AS "participantId", user_id::text AS "userId"`,
    [operationId, accessId ?? null, participantId ?? null, actor.userId],
  );
  for (const { id, ...whose } of rows) {
    await insertAuditEventWith(client, {
      ...{ operationId, actor, action: "end.participant_access" },
      ...{ objectType: "participant_access", objectId: id, after: whose },
    });
  }
  return rows.length;
}

/** A participant whose own space an account opens; his ids are not proven by that alone. */
export type OwnSpace = {
  readonly participantId: string;
  readonly operationId: string;
  readonly name: string;
  readonly kind: "natural" | "legal";
  readonly sheet: OperationSheet;
  readonly collectivity: { readonly id: string; readonly name: string };
};

/** The participants whose own space an account opens, by operation and name; one of them when asked. Nobody erased is. */
export async function listOwnSpaces(userId: string, participantId?: string): Promise<readonly OwnSpace[]> {
  const rows = await prisma.participantAccess.findMany({
    where: { userId, endedAt: null, ...(participantId ? { participantId } : {}), participant: { erasedAt: null } },
    select: {
      participantId: true,
      operationId: true,
      participant: {
        select: {
          name: true,
          kind: true,
          operation: { select: { ...SHEET, collectivity: { select: { id: true, name: true } } } },
        },
      },
    },
  });
  return rows
    .map(({ participant: { operation, ...person }, ...ids }) => {
      const { collectivity, ...sheet } = operation;
      return { ...ids, ...person, sheet: toSheet(sheet), collectivity };
    })
    .sort((a, b) => a.sheet.name.localeCompare(b.sheet.name, "fr") || a.name.localeCompare(b.name, "fr"));
}
