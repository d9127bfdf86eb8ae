import "server-only";
import { randomUUID } from "node:crypto";
import type { PoolClient } from "pg";
import type { CivilDate } from "@/lib/domain/time/civil-date";
import type { Period } from "@/lib/domain/time/period";
import { insertAuditEventWith } from "./audit-events";
import { settlementLock } from "./operation-locks";
import { inLockedTransaction, pool } from "./pg";
import { type PublicationWriting, startPublicationWriting } from "./publications";
import type { Actor, AuthorizedOperationId } from "./scope";
import { findSettlementRun, type SettlementRunSummary } from "./settlement-runs";
import { listStaleRunIds } from "./stale-runs";
import { startTariffWriting, type TariffWriting } from "./tariff-writing";

/** A time a period was closed, and perhaps reopened. */
export type PeriodClosing = {
  readonly id: string;
  readonly period: Period;
  /** The run that stands, and its version. */
  readonly runId: string;
  readonly version: number;
  readonly closedAt: Date;
  readonly closedByName: string | null;
  /** Null while it is closed; then the next two are null too. */
  readonly reopenedAt: Date | null;
  readonly reopenedByName: string | null;
  readonly reopenReason: string | null;
};

type Row = Omit<PeriodClosing, "period"> & { readonly from: CivilDate; readonly toExclusive: CivilDate };

/** Every closing of an operation, or of the period that starts on a day; latest first. */
export async function listPeriodClosings(
  operationId: AuthorizedOperationId,
  periodFrom?: CivilDate,
): Promise<readonly PeriodClosing[]> {
  const { rows } = await pool.query<Row>(
    `SELECT c.id::text, c.period_from::text AS "from", c.period_to::text AS "toExclusive", c.run_id::text AS "runId",
            r.version::int, c.closed_at AS "closedAt", o.name AS "closedByName", c.reopened_at AS "reopenedAt",
            n.name AS "reopenedByName", c.reopen_reason AS "reopenReason"
       FROM period_closing c
       JOIN settlement_run r ON r.operation_id = c.operation_id AND r.id = c.run_id
       LEFT JOIN "user" o ON o.id = c.closed_by
       LEFT JOIN "user" n ON n.id = c.reopened_by
      WHERE c.operation_id = $1 AND ($2::date IS NULL OR c.period_from = $2)
      ORDER BY c.closed_at DESC`,
    [operationId, periodFrom ?? null],
  );
  return rows.map(({ from, toExclusive, ...closing }) => ({ ...closing, period: { from, toExclusive } }));
}

/** Whether a period, or a part of it, is closed. */
export async function isPeriodClosed(
  operationId: AuthorizedOperationId,
  { from, toExclusive }: Period,
  client: Pick<PoolClient, "query"> = pool,
): Promise<boolean> {
  const { rowCount } = await client.query(
    `SELECT FROM period_closing
      WHERE operation_id = $1 AND reopened_at IS NULL AND period_from < $3::date AND period_to > $2::date`,
    [operationId, from, toExclusive],
  );
  return (rowCount ?? 0) > 0;
}

export type ClosingWriting = {
  /** The latest run of the period, and whether data changed since. */
  readonly run: SettlementRunSummary | null;
  readonly isStale: boolean;
  readonly isClosed: boolean;
  readonly close: (run: SettlementRunSummary) => Promise<void>;
  readonly reopen: (reason: string) => Promise<void>;
  /** What is derived of its runs, which follows off-peak hours again once it is reopened. */
  readonly tariffs: TariffWriting;
  /** What is public of closed periods follows. */
  readonly publication: PublicationWriting;
};

/** Closes or reopens a period as one transaction, with its audit event: no settlement and no import ends meanwhile. */
export async function writePeriodClosing(
  operationId: AuthorizedOperationId,
  actor: Actor,
  periodFrom: CivilDate,
  body: (writing: ClosingWriting) => Promise<void>,
): Promise<void> {
  await inLockedTransaction(settlementLock(operationId), async (client) => {
    const [run, stale, closings] = await Promise.all([
      findSettlementRun(operationId, periodFrom),
      listStaleRunIds(operationId),
      listPeriodClosings(operationId, periodFrom),
    ]);
    const standing = closings.find(({ reopenedAt }) => reopenedAt === null);
    const audit = { operationId, actor, objectType: "period_closing" } as const;
    await body({
      run,
      isStale: run !== null && stale.has(run.id),
      isClosed: standing !== undefined,
      tariffs: startTariffWriting(client, operationId, actor),
      publication: startPublicationWriting(client, operationId, actor),
      async close({ id: runId, period: { from, toExclusive }, version }) {
        const id = randomUUID();
        await client.query(
          `INSERT INTO period_closing (operation_id, id, period_from, period_to, run_id, closed_by, closed_at)
           VALUES ($1, $2, $3, $4, $5, $6, clock_timestamp())`,
          [operationId, id, from, toExclusive, runId, actor.userId],
        );
        const after = { from, toExclusive, version };
        await insertAuditEventWith(client, { ...audit, action: "close.period", objectId: id, after });
      },
      async reopen(reason) {
        if (!standing) throw new Error("the period is not closed");
        await client.query(
          `UPDATE period_closing SET reopened_at = clock_timestamp(), reopened_by = $3, reopen_reason = $4
            WHERE operation_id = $1 AND id = $2`,
          [operationId, standing.id, actor.userId, reason],
        );
        const after = { ...standing.period, version: standing.version };
        await insertAuditEventWith(client, { ...audit, action: "reopen.period", objectId: standing.id, after });
      },
    });
  });
}
