import "server-only";
import { randomUUID } from "node:crypto";
import type { CarbonFactor } from "@/lib/domain/carbon/carbon-factor";
import type { CivilDate } from "@/lib/domain/time/civil-date";
import { insertAuditEventWith } from "./audit-events";
import { carbonFactorsLock } from "./operation-locks";
import { inLockedTransaction, pool } from "./pg";
import type { Actor, AuthorizedCollectivityId, AuthorizedOperationId } from "./scope";

/** A factor as it was told, and until when it stood. */
export type CarbonFactorRecord = CarbonFactor & {
  readonly id: string;
  /** An operation of the collectivity it is told for. */
  readonly operationId: string;
  readonly createdAt: Date;
  readonly createdByName: string | null;
  /** Null while it stands. */
  readonly supersededAt: Date | null;
};

/** The factors of the collectivities of many operations, those that stood before too: by first day, latest told first. */
export async function listCarbonFactors(
  operationIds: readonly AuthorizedOperationId[],
): Promise<readonly CarbonFactorRecord[]> {
  const { rows } = await pool.query<CarbonFactorRecord>(
    `SELECT o.id::text AS "operationId", f.id::text, f.from_day::text AS "from",
            f.grid_grams_per_kwh AS "gridGramsPerKwh", f.own_grams_per_kwh AS "ownGramsPerKwh", f.source, f.year::int,
            f.created_at AS "createdAt", u.name AS "createdByName", f.superseded_at AS "supersededAt"
       FROM operation o JOIN carbon_factor f ON f.collectivity_id = o.collectivity_id
       LEFT JOIN "user" u ON u.id = f.created_by
      WHERE o.id = ANY($1::uuid[])
      ORDER BY o.id, f.from_day, f.created_at DESC`,
    [operationIds],
  );
  return rows;
}

/**
 * Puts a factor in the place of what stands from its very day. One transaction with its audit event.
 *
 * @returns False when the same stands already: nothing is written.
 */
export async function putCarbonFactor(
  collectivityId: AuthorizedCollectivityId,
  actor: Actor,
  { from, gridGramsPerKwh, ownGramsPerKwh, source, year }: CarbonFactor,
): Promise<boolean> {
  return inLockedTransaction(carbonFactorsLock(collectivityId), async (client) => {
    const { rowCount: same } = await client.query(
      `SELECT FROM carbon_factor WHERE collectivity_id = $1 AND from_day = $2::date AND superseded_at IS NULL
          AND grid_grams_per_kwh = $3 AND own_grams_per_kwh IS NOT DISTINCT FROM $4 AND source = $5 AND year = $6`,
      [collectivityId, from, gridGramsPerKwh, ownGramsPerKwh, source, year],
    );
    if (same) return false;
    await client.query(
      `UPDATE carbon_factor SET superseded_at = clock_timestamp(), superseded_by = $3
        WHERE collectivity_id = $1 AND from_day = $2::date AND superseded_at IS NULL`,
      [collectivityId, from, actor.userId],
    );
    const id = randomUUID();
    await client.query(
      `INSERT INTO carbon_factor (collectivity_id, id, from_day, grid_grams_per_kwh, own_grams_per_kwh, source, year,
         created_at, created_by)
       VALUES ($1, $2, $3::date, $4, $5, $6, $7, clock_timestamp(), $8)`,
      [collectivityId, id, from, gridGramsPerKwh, ownGramsPerKwh, source, year, actor.userId],
    );
    await insertAuditEventWith(client, {
      collectivityId,
      actor,
      action: "set.carbon_factor",
      objectType: "carbon_factor",
      objectId: id,
      after: { from, gridGramsPerKwh, ownGramsPerKwh, year },
    });
    return true;
  });
}

/**
 * Ends the factor that stands from a day: the one before it holds again. One transaction with its audit event.
 *
 * @returns False when none stands from that day.
 */
export async function withdrawCarbonFactor(
  collectivityId: AuthorizedCollectivityId,
  actor: Actor,
  from: CivilDate,
): Promise<boolean> {
  return inLockedTransaction(carbonFactorsLock(collectivityId), async (client) => {
    const { rows } = await client.query<{ id: string }>(
      `UPDATE carbon_factor SET superseded_at = clock_timestamp(), superseded_by = $3
        WHERE collectivity_id = $1 AND from_day = $2::date AND superseded_at IS NULL RETURNING id::text`,
      [collectivityId, from, actor.userId],
    );
    const [ended] = rows;
    if (!ended) return false;
    const entry = { collectivityId, actor, objectType: "carbon_factor", objectId: ended.id } as const;
    await insertAuditEventWith(client, { ...entry, action: "withdraw.carbon_factor", before: { from } });
    return true;
  });
}
