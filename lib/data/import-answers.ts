import "server-only";
import type { PoolClient } from "pg";
import type { EnergyQuantity } from "@/lib/generated/prisma/enums";
import { insertAuditEventWith } from "./audit-events";
import { inTransaction } from "./pg";
import { prisma } from "./prisma";
import type { Actor, AuthorizedOperationId } from "./scope";

export type RememberedToken = { readonly token: string; readonly quantity: EnergyQuantity; readonly createdAt: Date };

export type RememberedIdentifier = {
  readonly identifier: string;
  readonly meteringPointId: string;
  readonly createdAt: Date;
};

export type RememberedAnswers = {
  readonly tokens: readonly RememberedToken[];
  readonly identifiers: readonly RememberedIdentifier[];
};

/** What people said for good of words and identifiers of files, by word. */
export async function listRememberedAnswers(operationId: AuthorizedOperationId): Promise<RememberedAnswers> {
  const [tokens, identifiers] = await Promise.all([
    prisma.typeTokenAnswer.findMany({
      where: { operationId },
      orderBy: { token: "asc" },
      select: { token: true, quantity: true, createdAt: true },
    }),
    prisma.identifierAnswer.findMany({
      where: { operationId },
      orderBy: { identifier: "asc" },
      select: { identifier: true, meteringPointId: true, createdAt: true },
    }),
  ]);
  return { tokens, identifiers };
}

/** What an import was told that holds for the next one too. */
export type NewAnswers = {
  readonly tokens: ReadonlyMap<string, EnergyQuantity>;
  /** Metering point by identifier. */
  readonly identifiers: ReadonlyMap<string, string>;
};

/** Keeps answers, in the transaction of the import they were given for; a later answer takes the place of another. */
export async function upsertAnswers(
  client: PoolClient,
  operationId: AuthorizedOperationId,
  actor: Actor,
  { tokens, identifiers }: NewAnswers,
): Promise<void> {
  for (const [token, quantity] of tokens) {
    const { rowCount } = await client.query(
      `INSERT INTO type_token_answer AS a (operation_id, token, quantity, created_by) VALUES ($1, $2, $3, $4)
       ON CONFLICT (operation_id, token) DO UPDATE
         SET quantity = excluded.quantity, created_by = excluded.created_by, created_at = now()
         WHERE a.quantity <> excluded.quantity`,
      [operationId, token, quantity, actor.userId],
    );
    if (rowCount === 0) continue;
    const entry = { operationId, actor, objectType: "type_token_answer", objectId: token } as const;
    await insertAuditEventWith(client, { ...entry, action: "remember.type_token", after: { quantity } });
  }
  for (const [identifier, meteringPointId] of identifiers) {
    const { rowCount } = await client.query(
      `INSERT INTO identifier_answer AS a (operation_id, identifier, metering_point_id, created_by)
       VALUES ($1, $2, $3, $4)
       ON CONFLICT (operation_id, identifier) DO UPDATE
         SET metering_point_id = excluded.metering_point_id, created_by = excluded.created_by, created_at = now()
         WHERE a.metering_point_id <> excluded.metering_point_id`,
      [operationId, identifier, meteringPointId, actor.userId],
    );
    if (rowCount === 0) continue;
    // The identifier may be a PRM: the trail names the point only.
    const entry = { operationId, actor, objectType: "identifier_answer", objectId: meteringPointId } as const;
    await insertAuditEventWith(client, { ...entry, action: "remember.identifier" });
  }
}

/** Forgets what a word stands for; false when nothing was remembered. */
export function deleteTokenAnswer(operationId: AuthorizedOperationId, actor: Actor, token: string): Promise<boolean> {
  return inTransaction(async (client) => {
    const { rows } = await client.query<{ quantity: EnergyQuantity }>(
      "DELETE FROM type_token_answer WHERE operation_id = $1 AND token = $2 RETURNING quantity",
      [operationId, token],
    );
    const [found] = rows;
    if (!found) return false;
    const entry = { operationId, actor, objectType: "type_token_answer", objectId: token } as const;
    await insertAuditEventWith(client, { ...entry, action: "forget.type_token", before: found });
    return true;
  });
}

/** Forgets which metering point an identifier stands for; false when nothing was remembered. */
export function deleteIdentifierAnswer(
  operationId: AuthorizedOperationId,
  actor: Actor,
  identifier: string,
): Promise<boolean> {
  return inTransaction(async (client) => {
    const { rows } = await client.query<{ id: string }>(
      `DELETE FROM identifier_answer WHERE operation_id = $1 AND identifier = $2 RETURNING metering_point_id::text AS id`,
      [operationId, identifier],
    );
    const [found] = rows;
    if (!found) return false;
    const entry = { operationId, actor, objectType: "identifier_answer", objectId: found.id } as const;
    await insertAuditEventWith(client, { ...entry, action: "forget.identifier" });
    return true;
  });
}
