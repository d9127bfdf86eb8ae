import "server-only";
import type { RunMoneyRow } from "@/lib/domain/tariffs/run-money";
import type { CivilDate } from "@/lib/domain/time/civil-date";
import type { Period } from "@/lib/domain/time/period";
import { pool } from "./pg";
import { prisma } from "./prisma";
import type { AuthorizedOperationId } from "./scope";

/** The money of the latest run of a period, everybody together. [cents] */
export type MonthMoney = Period & {
  readonly operationId: string;
  readonly runId: string;
  readonly settledAt: Date;
  /** Null while a price lacks. */
  readonly savedCents: number | null;
  readonly internalCents: number | null;
  readonly resaleCents: number | null;
  /** Metering points that a price lacks for. */
  readonly lacking: number;
};

/** The money of the latest run of each period that begins in a window, by operation and day; one query. */
export async function listMonthMoney(
  operationIds: readonly AuthorizedOperationId[],
  { from, toExclusive }: Period,
): Promise<readonly MonthMoney[]> {
  const { rows } = await pool.query<MonthMoney & { to: CivilDate }>(
    `SELECT r.operation_id::text AS "operationId", r.id::text AS "runId", r.period_from::text AS "from",
            r.period_to::text AS "to", r.created_at AS "settledAt",
            CASE WHEN count(m.saved_cents) = count(*) FILTER (WHERE m.role = 'consumer')
                 THEN sum(m.saved_cents)::int END AS "savedCents",
            CASE WHEN count(m.internal_cents) FILTER (WHERE m.role = 'producer')
                      = count(*) FILTER (WHERE m.role = 'producer')
                 THEN (sum(m.internal_cents) FILTER (WHERE m.role = 'producer'))::int END AS "internalCents",
            CASE WHEN count(m.resale_cents) = count(*) FILTER (WHERE m.role = 'producer')
                 THEN sum(m.resale_cents)::int END AS "resaleCents",
            CASE WHEN count(m.role) = 0
                 THEN (SELECT count(DISTINCT p.metering_point_id) FROM settlement_run_point p
                        WHERE p.operation_id = r.operation_id AND p.run_id = r.id)
                 ELSE count(DISTINCT m.metering_point_id) FILTER (
                   WHERE (m.role = 'consumer' AND m.saved_cents IS NULL)
                      OR (m.role = 'producer' AND (m.internal_cents IS NULL OR m.resale_cents IS NULL)))
            END::int AS "lacking"
       FROM (SELECT DISTINCT ON (operation_id, period_from) operation_id, id, period_from, period_to, created_at
               FROM settlement_run
              WHERE operation_id = ANY($1::uuid[]) AND period_from >= $2::date AND period_from < $3::date
              ORDER BY operation_id, period_from, version DESC) r
       LEFT JOIN run_money m ON m.operation_id = r.operation_id AND m.run_id = r.id
      GROUP BY r.operation_id, r.id, r.period_from, r.period_to, r.created_at
      ORDER BY r.operation_id, r.period_from`,
    [operationIds, from, toExclusive],
  );
  return rows.map(({ to, ...row }) => ({ ...row, toExclusive: to }));
}

/** What is stored of the money of some runs, metering point by metering point. */
export async function listRunMoney(
  operationId: AuthorizedOperationId,
  runIds: readonly string[],
): Promise<readonly (RunMoneyRow & { readonly runId: string })[]> {
  const rows = await prisma.runMoney.findMany({
    where: { operationId, runId: { in: [...runIds] } },
    omit: { operationId: true },
  });
  return rows.map(({ lacking, ...row }) => ({ ...row, lacking: lacking as RunMoneyRow["lacking"] })); // written by copyRunMoney
}
