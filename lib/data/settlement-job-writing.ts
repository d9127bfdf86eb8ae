import "server-only";
import { randomUUID } from "node:crypto";
import type { PoolClient } from "pg";
import type { SettlementJobOutcome } from "@/lib/domain/settlement/settlement-job";
import type { CivilDate } from "@/lib/domain/time/civil-date";
import type { Period } from "@/lib/domain/time/period";
import { insertAuditEventWith } from "./audit-events";
import { inTransaction, pool } from "./pg";
import { enqueueSettlement } from "./queue";
import type { Actor, AuthorizedOperationId } from "./scope";

const IS_OPEN = "state IN ('queued', 'running', 'stopping')";

/**
 * Queues the settlement of some periods, as one transaction.
 *
 * @returns Null when a job of the operation is open already.
 */
export async function insertSettlementJob(
  operationId: AuthorizedOperationId,
  actor: Actor,
  periods: readonly Period[],
): Promise<string | null> {
  const jobId = randomUUID();
  try {
    await inTransaction(async (client) => {
      await client.query(
        'INSERT INTO settlement_job (operation_id, id, via, created_by) VALUES ($1, $2, $3::"AuditVia", $4)',
        [operationId, jobId, actor.via, actor.userId],
      );
      await client.query(
        `INSERT INTO settlement_job_period (operation_id, job_id, period_from, period_to)
         SELECT $1, $2, p."from", p."to" FROM unnest($3::date[], $4::date[]) AS p("from", "to")`,
        [operationId, jobId, periods.map(({ from }) => from), periods.map(({ toExclusive }) => toExclusive)],
      );
      await insertAuditEventWith(client, {
        operationId,
        actor,
        action: "queue.settlement",
        objectType: "settlement_job",
        objectId: jobId,
        after: { periodCount: periods.length },
      });
      await enqueueSettlement(client, { operationId, jobId });
    });
  } catch (error) {
    if (isOpenAlready(error)) return null;
    throw error;
  }
  return jobId;
}

const EXCLUSION_VIOLATION = "23P01";

const isOpenAlready = (error: unknown): boolean =>
  error instanceof Error && "code" in error && error.code === EXCLUSION_VIOLATION;

/**
 * Marks a job as taken up.
 *
 * @returns Who asked for it; null when there is no such job, or it is over.
 */
export async function takeSettlementJob(operationId: AuthorizedOperationId, jobId: string): Promise<Actor | null> {
  const { rows } = await pool.query<Actor>(
    `UPDATE settlement_job SET state = CASE state WHEN 'queued' THEN 'running' ELSE state END
      WHERE operation_id = $1 AND id = $2 AND ${IS_OPEN}
  RETURNING created_by::text AS "userId", via::text`,
    [operationId, jobId],
  );
  return rows[0] ?? null;
}

/** The first day of the period whose turn it is; null when none waits, or the job is to stop. */
export async function findNextJobPeriod(operationId: AuthorizedOperationId, jobId: string): Promise<CivilDate | null> {
  const { rows } = await pool.query<{ from: CivilDate }>(
    `SELECT p.period_from::text AS "from"
       FROM settlement_job_period p JOIN settlement_job j ON j.operation_id = p.operation_id AND j.id = p.job_id
      WHERE p.operation_id = $1 AND p.job_id = $2 AND p.outcome = 'waiting' AND j.state = 'running'
      ORDER BY p.period_from LIMIT 1`,
    [operationId, jobId],
  );
  return rows[0]?.from ?? null;
}

/** Says what became of a period, once. */
export async function updateJobPeriod(
  operationId: AuthorizedOperationId,
  { jobId, periodFrom }: { readonly jobId: string; readonly periodFrom: CivilDate },
  outcome: SettlementJobOutcome,
  client: Pick<PoolClient, "query"> = pool,
): Promise<void> {
  const version = "version" in outcome ? outcome.version : null;
  await client.query(
    `UPDATE settlement_job_period
        SET outcome = $4::"SettlementJobOutcome", version = $5, detail = $6, finished_at = clock_timestamp()
      WHERE operation_id = $1 AND job_id = $2 AND period_from = $3 AND outcome = 'waiting'`,
    [operationId, jobId, periodFrom, outcome.kind, version, detailOf(outcome)],
  );
}

function detailOf(outcome: SettlementJobOutcome): string | null {
  if (outcome.kind === "incomplete") return JSON.stringify({ missing: outcome.missing });
  return outcome.kind === "refused" ? JSON.stringify({ code: outcome.code }) : null;
}

/** Asks a job to end after the period it is at. False when there is none to stop. */
export async function stopSettlementJob(
  operationId: AuthorizedOperationId,
  actor: Actor,
  jobId: string,
): Promise<boolean> {
  return inTransaction(async (client) => {
    const { rowCount } = await client.query(
      `UPDATE settlement_job SET state = 'stopping'
        WHERE operation_id = $1 AND id = $2 AND state IN ('queued', 'running')`,
      [operationId, jobId],
    );
    if (!rowCount) return false;
    const entry = { operationId, actor, objectType: "settlement_job", objectId: jobId } as const;
    await insertAuditEventWith(client, { ...entry, action: "stop.settlement" });
    return true;
  });
}

/** Ends a job: as asked, done or stopped; or given up, with its audit event. Periods that still wait are left out. */
export async function endSettlementJob(
  operationId: AuthorizedOperationId,
  jobId: string,
  givenUpBy?: Actor,
): Promise<void> {
  await inTransaction(async (client) => {
    const ended = givenUpBy ? "'failed'" : "CASE state WHEN 'stopping' THEN 'cancelled' ELSE 'done' END";
    const { rowCount } = await client.query(
      `UPDATE settlement_job SET state = (${ended})::"SettlementJobState", finished_at = clock_timestamp()
        WHERE operation_id = $1 AND id = $2 AND ${IS_OPEN}`,
      [operationId, jobId],
    );
    if (!rowCount) return;
    await client.query(
      `UPDATE settlement_job_period SET outcome = 'left_out', finished_at = clock_timestamp()
        WHERE operation_id = $1 AND job_id = $2 AND outcome = 'waiting'`,
      [operationId, jobId],
    );
    if (!givenUpBy) return;
    const entry = { operationId, actor: givenUpBy, objectType: "settlement_job", objectId: jobId } as const;
    await insertAuditEventWith(client, { ...entry, action: "fail.settlement" });
  });
}
