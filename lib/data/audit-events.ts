import "server-only";
import type { PoolClient } from "pg";
import type { AuditAction, AuditObjectType } from "@/lib/domain/audit-action";
import type { Prisma } from "@/lib/generated/prisma/client";
import { prisma } from "./prisma";
import type { Actor } from "./scope";

export type AuditEntry = {
  readonly collectivityId?: string;
  readonly operationId?: string;
  readonly actor: Actor;
  readonly action: AuditAction;
  readonly objectType: AuditObjectType;
  readonly objectId: string;
  /** People by id only: no name, address, e-mail or PRM, so that the trail outlives what they ask to forget. */
  readonly before?: Prisma.InputJsonValue;
  readonly after?: Prisma.InputJsonValue;
};

/** Records a write made through Prisma; pass its transaction so that both are kept or none. */
export async function insertAuditEvent(entry: AuditEntry, tx: Prisma.TransactionClient = prisma): Promise<void> {
  const { actor, ...event } = entry;
  await tx.auditEvent.create({ data: { ...event, actorUserId: actor.userId, via: actor.via }, select: { id: true } });
}

/** The same inside a transaction of the pg driver. */
export async function insertAuditEventWith(client: PoolClient, entry: AuditEntry): Promise<void> {
  await client.query(
    `INSERT INTO audit_event
       (collectivity_id, operation_id, actor_user_id, via, action, object_type, object_id, before, after)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
    [
      entry.collectivityId ?? null,
      entry.operationId ?? null,
      entry.actor.userId,
      entry.actor.via,
      entry.action,
      entry.objectType,
      entry.objectId,
      entry.before === undefined ? null : JSON.stringify(entry.before),
      entry.after === undefined ? null : JSON.stringify(entry.after),
    ],
  );
}
