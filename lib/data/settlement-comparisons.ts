import "server-only";
import type { PoolClient } from "pg";
import type { ComparedFigure, StepComparison } from "@/lib/domain/comparison/compared-figure";
import type { Explanation } from "@/lib/domain/comparison/explain-differences";
import type { CivilDate } from "@/lib/domain/time/civil-date";
import type { SettlementComparisonState } from "@/lib/generated/prisma/enums";
import { insertAuditEventWith } from "./audit-events";
import { comparisonsLock } from "./operation-locks";
import { inLockedTransaction, inTransaction, pool } from "./pg";
import { enqueueComparisons } from "./queue";
import type { Actor, AuthorizedOperationId } from "./scope";

/** Where the comparison of a run stands, and what it found when it was last computed. */
export type RunComparison = {
  readonly runId: string;
  readonly state: SettlementComparisonState;
  /** Hypotheses tried so far. */
  readonly tried: number;
  /** Null before the first result. */
  readonly computedAt: Date | null;
  readonly explanation: Explanation | null;
  /** The operator published something else since, or something for the first time. */
  readonly isOutdated: boolean;
};

/** What is published about the days of a run: grows with each import that wrote one of them, and with each figure. */
const STAMP = `(
  SELECT count(*) FROM measure_import i
   WHERE i.operation_id = r.operation_id AND i.status = 'done'
     AND i.changed_from < r.period_to AND i.changed_to >= r.period_from)
  || '/' || (SELECT count(*) FROM published_energy e
   WHERE e.operation_id = r.operation_id AND e.period_from < r.period_to AND e.period_to > r.period_from)
  || '/' || (SELECT count(*) FROM published_share s
   WHERE s.operation_id = r.operation_id AND s.period_from < r.period_to AND s.period_to > r.period_from)`;

const SUMMARY = `
  SELECT c.run_id::text AS "runId", c.state::text, c.tried, c.computed_at AS "computedAt", c.explanation,
         c.figures_stamp IS DISTINCT FROM ${STAMP} AS "isOutdated"
    FROM settlement_comparison c
    JOIN settlement_run r ON r.operation_id = c.operation_id AND r.id = c.run_id`;

/** Null when the run was never compared, for want of figures. */
export async function findRunComparison(
  operationId: AuthorizedOperationId,
  runId: string,
): Promise<RunComparison | null> {
  const { rows } = await pool.query<RunComparison>(`${SUMMARY} WHERE c.operation_id = $1 AND c.run_id = $2`, [
    operationId,
    runId,
  ]);
  return rows[0] ?? null;
}

/** The figures of a comparison, as they were compared. */
export async function listComparedFigures(
  operationId: AuthorizedOperationId,
  runId: string,
): Promise<readonly ComparedFigure[]> {
  const { rows } = await pool.query<FigureRow>(
    `SELECT source::text, metering_point_id::text AS "meteringPointId", consumer_id::text AS "consumerId", role::text,
            quantity::text, from_day::text AS "from", to_day::text AS "toExclusive", ours_wh AS "oursWh",
            theirs_wh AS "theirsWh", tolerance_wh AS "toleranceWh", is_different AS "isDifferent",
            excess_wh AS "excessWh", steps
       FROM settlement_comparison_figure WHERE operation_id = $1 AND run_id = $2 ORDER BY position`,
    [operationId, runId],
  );
  return rows.map(({ from, toExclusive, ...figure }) => ({ ...figure, days: { from, toExclusive } }));
}

type FigureRow = Omit<ComparedFigure, "days"> & { readonly from: CivilDate; readonly toExclusive: CivilDate };

/** How many figures differ in the latest run of each period that was compared, by the first day of the period. */
export async function countDifferences(
  operationId: AuthorizedOperationId,
): Promise<ReadonlyMap<CivilDate, { readonly figures: number; readonly points: number }>> {
  const { rows } = await pool.query<{ from: CivilDate; figures: number; points: number }>(
    `SELECT r.period_from::text AS "from", count(f.run_id)::int AS figures,
            count(DISTINCT f.metering_point_id)::int AS points
       FROM (SELECT DISTINCT ON (period_from) operation_id, id, period_from FROM settlement_run
              WHERE operation_id = $1 ORDER BY period_from, version DESC) r
       JOIN settlement_comparison c ON c.operation_id = r.operation_id AND c.run_id = r.id AND c.computed_at IS NOT NULL
       LEFT JOIN settlement_comparison_figure f
         ON f.operation_id = r.operation_id AND f.run_id = r.id AND f.is_different
      GROUP BY r.period_from`,
    [operationId],
  );
  return new Map(rows.map(({ from, ...counts }) => [from, counts]));
}

/** A run to be compared, and what is published of its days now. */
export type RunToCompare = { readonly runId: string; readonly stamp: string };

const OPERATOR_QUANTITIES = "('self_consumed', 'self_produced', 'surplus', 'complement')";

/**
 * The latest runs whose comparison is asked for, interrupted or out of date, the latest period first; a period about
 * which nothing is or was published has none.
 */
export async function listRunsToCompare(operationId: AuthorizedOperationId): Promise<readonly RunToCompare[]> {
  const { rows } = await pool.query<RunToCompare>(
    `SELECT "runId", stamp
       FROM (SELECT r.operation_id, r.id::text AS "runId", r.period_from, r.period_to, ${STAMP} AS stamp,
                    c.run_id IS NOT NULL AS is_known, c.figures_stamp, c.state
               FROM (SELECT DISTINCT ON (period_from) * FROM settlement_run
                      WHERE operation_id = $1 ORDER BY period_from, version DESC) r
               LEFT JOIN settlement_comparison c ON c.operation_id = r.operation_id AND c.run_id = r.id) run
      WHERE (state IN ('queued', 'running') OR figures_stamp IS DISTINCT FROM stamp)
        AND (is_known
          OR EXISTS (SELECT FROM published_energy e WHERE e.operation_id = run.operation_id
                        AND e.period_from < run.period_to AND e.period_to > run.period_from AND e.superseded_at IS NULL)
          OR EXISTS (SELECT FROM published_share s WHERE s.operation_id = run.operation_id
                        AND s.period_from < run.period_to AND s.period_to > run.period_from AND s.superseded_at IS NULL)
          OR EXISTS (SELECT FROM load_curve_day d WHERE d.operation_id = run.operation_id
                        AND d.quantity IN ${OPERATOR_QUANTITIES} AND d.superseded_at IS NULL
                        AND d.day >= run.period_from AND d.day < run.period_to))
      ORDER BY period_from DESC`,
    [operationId],
  );
  return rows;
}

/**
 * Asks for a comparison, once more if need be: the request, its job and its event are kept, or none.
 *
 * @returns False, and nothing kept, when a later version of the period stands.
 */
export function requestComparison(operationId: AuthorizedOperationId, actor: Actor, runId: string): Promise<boolean> {
  return inTransaction(async (client) => {
    const { rowCount } = await client.query(
      `INSERT INTO settlement_comparison (operation_id, run_id)
       SELECT r.operation_id, r.id FROM settlement_run r
        WHERE r.operation_id = $1 AND r.id = $2
          AND NOT EXISTS (SELECT FROM settlement_run later WHERE later.operation_id = r.operation_id
                             AND later.period_from = r.period_from AND later.version > r.version)
       ON CONFLICT (operation_id, run_id) DO UPDATE SET state = 'queued', tried = 0, requested_at = clock_timestamp()`,
      [operationId, runId],
    );
    if (rowCount === 0) return false;
    await enqueueComparisons(client, { operationId });
    await insertAuditEventWith(client, {
      operationId,
      actor,
      action: "compare.period",
      objectType: "settlement_run",
      objectId: runId,
    });
    return true;
  });
}

/** Shows how far a comparison is. */
export async function updateComparisonProgress(
  operationId: AuthorizedOperationId,
  runId: string,
  state: Exclude<SettlementComparisonState, "done">,
  tried: number,
): Promise<void> {
  await pool.query(
    `INSERT INTO settlement_comparison (operation_id, run_id, state, tried) VALUES ($1, $2, $3, $4)
     ON CONFLICT (operation_id, run_id) DO UPDATE SET state = excluded.state, tried = excluded.tried`,
    [operationId, runId, state, tried],
  );
}

/** Puts a result in the place of the one before. One transaction; a reader sees the one or the other, whole. */
export async function writeComparison(
  operationId: AuthorizedOperationId,
  { runId, stamp }: RunToCompare,
  { figures, explanation, tried }: ComparisonResult,
): Promise<void> {
  await inLockedTransaction(comparisonsLock(operationId), async (client) => {
    await client.query(
      `INSERT INTO settlement_comparison (operation_id, run_id, state, tried, computed_at, figures_stamp, explanation)
       VALUES ($1, $2, 'done', $3, clock_timestamp(), $4, $5)
       ON CONFLICT (operation_id, run_id) DO UPDATE SET state = 'done', tried = excluded.tried,
         computed_at = excluded.computed_at, figures_stamp = excluded.figures_stamp, explanation = excluded.explanation`,
      [operationId, runId, tried, stamp, explanation && JSON.stringify(explanation)],
    );
    await client.query("DELETE FROM settlement_comparison_figure WHERE operation_id = $1 AND run_id = $2", [
      operationId,
      runId,
    ]);
    await insertFigures(client, operationId, runId, figures);
  });
}

export type ComparisonResult = {
  readonly figures: readonly ComparedFigure[];
  /** Null where nothing differs. */
  readonly explanation: Explanation | null;
  readonly tried: number;
};

async function insertFigures(
  client: PoolClient,
  operationId: AuthorizedOperationId,
  runId: string,
  figures: readonly ComparedFigure[],
): Promise<void> {
  const rows = figures.map((figure, position) => ({
    position,
    source: figure.source,
    metering_point_id: figure.meteringPointId,
    consumer_id: figure.consumerId,
    role: figure.role,
    quantity: figure.quantity,
    from_day: figure.days.from,
    to_day: figure.days.toExclusive,
    ours_wh: figure.oursWh,
    theirs_wh: figure.theirsWh,
    tolerance_wh: figure.toleranceWh,
    is_different: figure.isDifferent,
    excess_wh: figure.excessWh,
    steps: figure.steps satisfies StepComparison | null,
  }));
  await client.query(
    `INSERT INTO settlement_comparison_figure
     SELECT $1, $2, f.* FROM jsonb_to_recordset($3) AS f (position int, source "ComparedSource",
       metering_point_id uuid, consumer_id uuid, role "AttachmentRole", quantity "EnergyQuantity", from_day date,
       to_day date, ours_wh float8, theirs_wh float8, tolerance_wh float8, is_different boolean, excess_wh float8,
       steps jsonb)`,
    [operationId, runId, JSON.stringify(rows)],
  );
}
