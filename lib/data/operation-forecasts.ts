import "server-only";
import { randomUUID } from "node:crypto";
import type { ForecastMonth, OperationForecast } from "@/lib/domain/forecast/operation-forecast";
import type { CivilDate } from "@/lib/domain/time/civil-date";
import { insertAuditEventWith } from "./audit-events";
import { forecastsLock } from "./operation-locks";
import { inLockedTransaction, pool } from "./pg";
import type { Actor, AuthorizedOperationId } from "./scope";

/** A forecast as it was told, and until when it stood. */
export type ForecastRecord = OperationForecast & {
  readonly id: string;
  readonly operationId: string;
  /** Where it comes from: a study, and how a year was spread over its months. */
  readonly source: string;
  readonly createdAt: Date;
  readonly createdByName: string | null;
  /** Null while it stands. */
  readonly supersededAt: Date | null;
};

type StoredMonth = readonly [production: number | null, withdrawal: number | null, selfConsumed: number | null];

type Row = Omit<ForecastRecord, "months"> & { readonly months: readonly StoredMonth[] };

/** The forecasts of many operations, those that stood before too: by operation and first day, latest told first. */
export async function listForecasts(
  operationIds: readonly AuthorizedOperationId[],
): Promise<readonly ForecastRecord[]> {
  const { rows } = await pool.query<Row>(
    `SELECT f.operation_id::text AS "operationId", f.id::text, f.from_day::text AS "from", f.months, f.source,
            f.created_at AS "createdAt", u.name AS "createdByName", f.superseded_at AS "supersededAt"
       FROM operation_forecast f LEFT JOIN "user" u ON u.id = f.created_by
      WHERE f.operation_id = ANY($1::uuid[])
      ORDER BY f.operation_id, f.from_day, f.created_at DESC`,
    [operationIds],
  );
  return rows.map(({ months, ...row }) => ({ ...row, months: months.map(decodeMonth) }));
}

/** A forecast as somebody tells it. */
export type ToldForecast = OperationForecast & { readonly source: string };

/**
 * Puts a forecast in the place of what stands from its very day. One transaction with its audit event.
 *
 * @returns False when the same stands already: nothing is written.
 */
export async function putForecast(
  operationId: AuthorizedOperationId,
  actor: Actor,
  { from, months, source }: ToldForecast,
): Promise<boolean> {
  const stored = JSON.stringify(months.map(encodeMonth));
  return inLockedTransaction(forecastsLock(operationId), async (client) => {
    const { rowCount: same } = await client.query(
      `SELECT FROM operation_forecast WHERE operation_id = $1 AND from_day = $2::date AND superseded_at IS NULL
          AND months = $3::jsonb AND source = $4`,
      [operationId, from, stored, source],
    );
    if (same) return false;
    await client.query(
      `UPDATE operation_forecast SET superseded_at = clock_timestamp(), superseded_by = $3
        WHERE operation_id = $1 AND from_day = $2::date AND superseded_at IS NULL`,
      [operationId, from, actor.userId],
    );
    const id = randomUUID();
    await client.query(
      `INSERT INTO operation_forecast (operation_id, id, from_day, months, source, created_at, created_by)
       VALUES ($1, $2, $3::date, $4, $5, clock_timestamp(), $6)`,
      [operationId, id, from, stored, source, actor.userId],
    );
    const entry = { operationId, actor, objectType: "operation_forecast", objectId: id } as const;
    await insertAuditEventWith(client, { ...entry, action: "set.forecast", after: { from } });
    return true;
  });
}

/**
 * Ends the forecast that stands from a day: the one before it holds again. One transaction with its audit event.
 *
 * @returns False when none stands from that day.
 */
export async function withdrawForecast(
  operationId: AuthorizedOperationId,
  actor: Actor,
  from: CivilDate,
): Promise<boolean> {
  return inLockedTransaction(forecastsLock(operationId), async (client) => {
    const { rows } = await client.query<{ id: string }>(
      `UPDATE operation_forecast SET superseded_at = clock_timestamp(), superseded_by = $3
        WHERE operation_id = $1 AND from_day = $2::date AND superseded_at IS NULL RETURNING id::text`,
      [operationId, from, actor.userId],
    );
    const [ended] = rows;
    if (!ended) return false;
    const entry = { operationId, actor, objectType: "operation_forecast", objectId: ended.id } as const;
    await insertAuditEventWith(client, { ...entry, action: "withdraw.forecast", before: { from } });
    return true;
  });
}

const encodeMonth = ({ productionWh, withdrawalWh, selfConsumedWh }: ForecastMonth): StoredMonth => [
  productionWh,
  withdrawalWh,
  selfConsumedWh,
];

const decodeMonth = ([productionWh, withdrawalWh, selfConsumedWh]: StoredMonth): ForecastMonth => ({
  productionWh,
  withdrawalWh,
  selfConsumedWh,
});
