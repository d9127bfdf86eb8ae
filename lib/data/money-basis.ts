import "server-only";
import { insertAuditEventWith } from "./audit-events";
import { type MoneyWriting, startMoneyWriting } from "./money-writing";
import { settlementLock } from "./operation-locks";
import { inLockedTransaction, pool } from "./pg";
import type { Actor, AuthorizedOperationId } from "./scope";

/** Its operation is proven where the job that derives its money starts. */
export type OutdatedMoney = { readonly operationId: string };

/**
 * The operations of the whole installation whose money was derived from other shipped prices or rules, or that have a
 * latest run without any.
 *
 * @param fingerprint - Of the shipped prices and rules of this version.
 */
export async function listOutdatedMoney(fingerprint: string): Promise<readonly OutdatedMoney[]> {
  const { rows } = await pool.query<OutdatedMoney>(
    `SELECT o.id::text AS "operationId" FROM operation o LEFT JOIN money_basis b ON b.operation_id = o.id
      WHERE EXISTS (SELECT FROM settlement_run r WHERE r.operation_id = o.id)
        AND (b.fingerprint IS DISTINCT FROM $1 OR EXISTS (
          SELECT FROM (SELECT DISTINCT ON (period_from) id FROM settlement_run
                        WHERE operation_id = o.id ORDER BY period_from, version DESC) r
           WHERE NOT EXISTS (SELECT FROM run_money m WHERE m.operation_id = o.id AND m.run_id = r.id)))
      ORDER BY o.id`,
    [fingerprint],
  );
  return rows;
}

/** Derives the money of an operation as a whole in one transaction, and keeps what it was derived from. */
export async function writeMoneyBasis(
  operationId: AuthorizedOperationId,
  actor: Actor,
  fingerprint: string,
  body: (writing: MoneyWriting) => Promise<void>,
): Promise<void> {
  await inLockedTransaction(settlementLock(operationId), async (client) => {
    await body(startMoneyWriting(client, operationId));
    await client.query(
      `INSERT INTO money_basis (operation_id, fingerprint, derived_at) VALUES ($1, $2, clock_timestamp())
       ON CONFLICT (operation_id) DO UPDATE SET fingerprint = excluded.fingerprint, derived_at = excluded.derived_at`,
      [operationId, fingerprint],
    );
    const subject = { action: "derive.money", objectType: "operation", objectId: operationId } as const;
    await insertAuditEventWith(client, { ...subject, operationId, actor, after: { fingerprint } });
  });
}
