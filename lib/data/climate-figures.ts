import "server-only";
import type { EvidenceFigure, OperationEvidence } from "@/lib/domain/scoring/operation-evidence/operation-evidence";
import { insertAuditEventWith } from "./audit-events";
import { assertPlanWritable } from "./climate-audits";
import { climatePlanLock, settlementLock } from "./operation-locks";
import { inLockedTransaction, pool } from "./pg";
import type { Actor, AuthorizedClimatePlanId, AuthorizedOperationId } from "./scope";

/** What an operation proves, and whether something it depends on was written since. */
export type OperationEvidenceRow = OperationEvidence & { readonly isOutdated: boolean };

type FiguresRow = {
  readonly id: string;
  readonly node_id: string;
  readonly operation_id: string;
  readonly operation_name: string;
  readonly figures: readonly EvidenceFigure[];
  readonly computed_at: Date;
};

// What figures are made of: results, measures, who takes part, keys.
const WRITTEN_SINCE = `
  EXISTS (SELECT FROM settlement_run r WHERE r.operation_id = f.operation_id AND r.created_at > f.computed_at)
  OR EXISTS (SELECT FROM measure_import i
              WHERE i.operation_id = f.operation_id AND i.changed_from IS NOT NULL AND i.finished_at > f.computed_at)
  OR EXISTS (SELECT FROM perimeter_change c WHERE c.operation_id = f.operation_id AND c.created_at > f.computed_at)
  OR EXISTS (SELECT FROM coefficient_key k WHERE k.operation_id = f.operation_id AND k.sent_at > f.computed_at)`;

/** The latest figures of each operation and action, by action, then by operation. */
export async function listClimateFigures(
  collectivityId: AuthorizedClimatePlanId,
): Promise<readonly OperationEvidenceRow[]> {
  const { rows } = await pool.query<FiguresRow & { is_outdated: boolean }>(
    `SELECT f.id::text, f.node_id, f.operation_id::text, o.name AS operation_name, f.figures, f.computed_at,
            ${WRITTEN_SINCE} AS is_outdated
       FROM (SELECT DISTINCT ON (node_id, operation_id) * FROM climate_figures
              WHERE collectivity_id = $1
              ORDER BY node_id, operation_id, computed_at DESC, id DESC) f
       JOIN operation o ON o.id = f.operation_id
      ORDER BY f.node_id, o.name, f.operation_id`,
    [collectivityId],
  );
  return rows.map(({ is_outdated, ...row }) => ({ ...toEvidence(row), isOutdated: is_outdated }));
}

/** What people look back at: a refresh a month, of a year. */
const FORMER_SHOWN = 12;

/** What figures were before the latest ones, the latest first, as far back as people look. */
export async function listFormerClimateFigures(
  collectivityId: AuthorizedClimatePlanId,
): Promise<readonly OperationEvidence[]> {
  const { rows } = await pool.query<FiguresRow>(
    `SELECT f.id::text, f.node_id, f.operation_id::text, o.name AS operation_name, f.figures, f.computed_at
       FROM (SELECT *, row_number() OVER (PARTITION BY node_id, operation_id ORDER BY computed_at DESC, id DESC) AS rank
               FROM climate_figures WHERE collectivity_id = $1) f
       JOIN operation o ON o.id = f.operation_id
      WHERE f.rank BETWEEN 2 AND $2
      ORDER BY f.computed_at DESC, f.id DESC`,
    [collectivityId, FORMER_SHOWN + 1],
  );
  return rows.map(toEvidence);
}

/** Whether a collectivity has an operation, which could prove something. */
export async function hasOperations(collectivityId: AuthorizedClimatePlanId): Promise<boolean> {
  const { rowCount } = await pool.query("SELECT FROM operation WHERE collectivity_id = $1 LIMIT 1", [collectivityId]);
  return rowCount === 1;
}

/**
 * The instant from which what an operation has stored may be read as figures: what is written of it later is dated after.
 *
 * A settlement dates its result when it begins, imports and keys when they begin to write, all under the lock of
 * settlements: whoever holds it is waited for.
 */
export async function dateFigures(operationId: AuthorizedOperationId): Promise<Date> {
  return inLockedTransaction(settlementLock(operationId), async (client) => {
    const { rows } = await client.query<{ at: Date }>("SELECT clock_timestamp()::timestamptz(3) AS at");
    return (rows[0] as { at: Date }).at;
  });
}

export type NewClimateFigures = {
  readonly operationId: AuthorizedOperationId;
  readonly nodeId: string;
  readonly figures: readonly EvidenceFigure[];
  /** From `dateFigures`, before anything was read. */
  readonly computedAt: Date;
};

/**
 * Keeps what operations prove, after what they proved before. One transaction.
 *
 * @returns How many were kept: an operation of another collectivity proves nothing here.
 */
export async function insertClimateFigures(
  collectivityId: AuthorizedClimatePlanId,
  actor: Actor,
  evidence: readonly NewClimateFigures[],
): Promise<number> {
  return inLockedTransaction(climatePlanLock(collectivityId), async (client) => {
    await assertPlanWritable(client, collectivityId, actor, "anything_else");
    let kept = 0;
    for (const { operationId, nodeId, figures, computedAt } of evidence) {
      const { rowCount } = await client.query(
        `INSERT INTO climate_figures (id, collectivity_id, operation_id, node_id, figures, computed_at, computed_by)
         SELECT gen_random_uuid(), $1, o.id, $3, $4, $6, $5
           FROM operation o WHERE o.id = $2 AND o.collectivity_id = $1`,
        [collectivityId, operationId, nodeId, JSON.stringify(figures), actor.userId, computedAt],
      );
      if (rowCount !== 1) continue;
      kept += 1;
      await insertAuditEventWith(client, {
        collectivityId,
        actor,
        action: "refresh.climate_figures",
        objectType: "climate_figures",
        objectId: nodeId,
        after: { operationId, figures: figures.length },
      });
    }
    return kept;
  });
}

function toEvidence({
  id,
  node_id,
  operation_id,
  operation_name,
  figures,
  computed_at,
}: FiguresRow): OperationEvidence {
  return {
    id,
    nodeId: node_id,
    operation: { id: operation_id, name: operation_name },
    computedAtMs: computed_at.getTime(),
    figures,
  };
}
