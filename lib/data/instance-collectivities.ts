import "server-only";
import { insertAuditEvent } from "./audit-events";
import { pool } from "./pg";
import { prisma } from "./prisma";
import type { Actor, AuthorizedInstanceId } from "./scope";

/** A collectivity as the administrator of the installation sees it: nothing of what its operations hold. */
export type InstanceCollectivity = {
  readonly id: string;
  readonly name: string;
  readonly createdAt: Date;
  /** Active ones. */
  readonly adminCount: number;
  readonly memberCount: number;
  readonly operationCount: number;
};

const LIST = `
  SELECT c.id::text, c.name, c.created_at AS "createdAt",
         (SELECT count(*)::int FROM operation o WHERE o.collectivity_id = c.id) AS "operationCount",
         (SELECT count(*)::int FROM membership m WHERE m.collectivity_id = c.id) AS "memberCount",
         (SELECT count(*)::int FROM membership m JOIN "user" u ON u.id = m.user_id AND u.deactivated_at IS NULL
           WHERE m.collectivity_id = c.id AND m.role = 'admin') AS "adminCount"
    FROM collectivity c`;

/** Every collectivity of the installation, by name. */
export async function listInstanceCollectivities(
  _instance: AuthorizedInstanceId,
): Promise<readonly InstanceCollectivity[]> {
  const { rows } = await pool.query<InstanceCollectivity>(`${LIST} ORDER BY c.name, c.id`);
  return rows;
}

/** One of them; null for an unknown id. */
export async function findInstanceCollectivity(
  _instance: AuthorizedInstanceId,
  id: string,
): Promise<InstanceCollectivity | null> {
  const { rows } = await pool.query<InstanceCollectivity>(`${LIST} WHERE c.id = $1`, [id]);
  return rows[0] ?? null;
}

/** One transaction with its audit event. Null when the slug names another one already. */
export async function insertCollectivity(
  _instance: AuthorizedInstanceId,
  { slug, name }: { readonly slug: string; readonly name: string },
  actor: Actor,
): Promise<string | null> {
  return prisma.$transaction(async (tx) => {
    const data = [{ slug, name }];
    const [created] = await tx.collectivity.createManyAndReturn({ data, skipDuplicates: true, select: { id: true } });
    if (!created) return null;
    const entry = { collectivityId: created.id, actor, objectType: "collectivity", objectId: created.id } as const;
    await insertAuditEvent({ ...entry, action: "create.collectivity", after: { slug, name } }, tx);
    return created.id;
  });
}

/** Gives a collectivity another name; its slug stays. False when it is unknown or has that name already. */
export async function renameCollectivity(
  _instance: AuthorizedInstanceId,
  id: string,
  name: string,
  actor: Actor,
): Promise<boolean> {
  return prisma.$transaction(async (tx) => {
    const before = await tx.collectivity.findUnique({ where: { id }, select: { name: true } });
    if (!before || before.name === name) return false;
    await tx.collectivity.update({ where: { id }, data: { name }, select: { id: true } });
    const entry = { collectivityId: id, actor, objectType: "collectivity", objectId: id } as const;
    await insertAuditEvent({ ...entry, action: "rename.collectivity", before, after: { name } }, tx);
    return true;
  });
}
