import "server-only";
import type { PoolClient } from "pg";
import { DomainError } from "@/lib/domain/errors";
import { inTransaction, lockUntilEnd } from "./pg";

/** Who administers a collectivity and its operations is changed by one transaction at a time. */
const administratorsLock = (collectivityId: string): string => `administrators:${collectivityId}`;

/**
 * Runs `body`, which may take a right away, in one transaction that leaves no collectivity and no operation of these
 * without an active administrator if it had one. Two people who take each other's role away wait for each other here.
 *
 * @param collectivityIds - All those in which `body` changes who administers.
 * @throws {DomainError} LAST_ADMINISTRATOR, with nothing written.
 */
export async function keepAdministrators<T>(
  collectivityIds: readonly string[],
  body: (client: PoolClient) => Promise<T>,
): Promise<T> {
  return inTransaction(async (client) => {
    // In one order, so that two who need the same ones cannot each hold what the other waits for.
    for (const id of [...new Set(collectivityIds)].sort()) await lockUntilEnd(client, administratorsLock(id));
    const before = await listAdministered(client, collectivityIds);
    const result = await body(client);
    const after = new Set(await listAdministered(client, collectivityIds));
    if (before.some((id) => !after.has(id))) {
      throw new DomainError("LAST_ADMINISTRATOR", "nobody would administer any more");
    }
    return result;
  });
}

// Who administers a collectivity administers its operations.
async function listAdministered(client: PoolClient, collectivityIds: readonly string[]): Promise<readonly string[]> {
  const { rows } = await client.query<{ id: string }>(
    `WITH administered AS (
       SELECT DISTINCT m.collectivity_id AS id
         FROM membership m JOIN "user" u ON u.id = m.user_id AND u.deactivated_at IS NULL
        WHERE m.collectivity_id = ANY($1::uuid[]) AND m.role = 'admin')
     SELECT id::text FROM administered
      UNION ALL
     SELECT o.id::text FROM operation o
      WHERE o.collectivity_id = ANY($1::uuid[])
        AND (o.collectivity_id IN (SELECT id FROM administered)
             OR EXISTS (SELECT FROM operation_role r JOIN "user" u ON u.id = r.user_id AND u.deactivated_at IS NULL
                         WHERE r.operation_id = o.id AND r.role = 'admin'))`,
    [collectivityIds],
  );
  return rows.map(({ id }) => id);
}
