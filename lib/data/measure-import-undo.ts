import "server-only";
import type { PoolClient } from "pg";
import type { ImportReport } from "@/lib/domain/measures/import-report";
import type { CivilDate } from "@/lib/domain/time/civil-date";
import type { EnergyQuantity } from "@/lib/generated/prisma/enums";
import { insertAuditEventWith } from "./audit-events";
import { updateChangedDays } from "./measure-import-writing";
import { measuresLock, settlementLock } from "./operation-locks";
import { inLockedTransaction, lockUntilEnd, pool } from "./pg";
import { enqueueComparisons, enqueueSuspicionSearch } from "./queue";
import type { Actor, AuthorizedOperationId } from "./scope";

/** Days of a curve that a later import has changed since. */
export type ChangedSince = {
  /** The import that did. */
  readonly importId: string;
  readonly meteringPointId: string;
  readonly quantity: EnergyQuantity;
  readonly firstDay: CivilDate;
  readonly lastDay: CivilDate;
  readonly dayCount: number;
};

export type UndoOutcome =
  | { readonly status: "done"; readonly dayCount: number }
  | { readonly status: "not_done" | "is_undo" | "already_undone" }
  | { readonly status: "changed_since"; readonly since: readonly ChangedSince[] }
  /** A published figure of it was replaced since. */
  | { readonly status: "figures_changed_since"; readonly figureCount: number };

/** What a later import has changed of what an import wrote. */
export async function listChangedSince(
  operationId: AuthorizedOperationId,
  importId: string,
  client: Pick<PoolClient, "query"> = pool,
): Promise<readonly ChangedSince[]> {
  const { rows } = await client.query<ChangedSince>(
    `SELECT later.import_id::text AS "importId", d.metering_point_id::text AS "meteringPointId", d.quantity::text,
            min(d.day)::text AS "firstDay", max(d.day)::text AS "lastDay", count(*)::int AS "dayCount"
       FROM load_curve_day d
       JOIN load_curve_day later USING (operation_id, metering_point_id, quantity, day)
      WHERE d.operation_id = $1 AND d.import_id = $2 AND d.superseded_at IS NOT NULL AND later.version = d.version + 1
      GROUP BY 1, 2, 3 ORDER BY 4, 2, 3, 1`,
    [operationId, importId],
  );
  return rows;
}

/**
 * Takes an import back in one transaction: what stood before each of its days becomes their latest version, wholly
 * missing where nothing stood, and the figures it replaced stand again. Nothing is deleted but the memory of its files,
 * so that they can be imported again.
 *
 * @param undoId - Of the import that the undoing is itself.
 * @param report - Made from the number of days.
 */
export async function undoMeasureImport(
  operationId: AuthorizedOperationId,
  { importId, undoId, actor }: { readonly importId: string; readonly undoId: string; readonly actor: Actor },
  report: (dayCount: number) => ImportReport,
): Promise<UndoOutcome> {
  return inLockedTransaction(measuresLock(operationId), async (client) => {
    const obstacle = await findObstacle(client, operationId, importId);
    if (obstacle) return obstacle;
    await lockUntilEnd(client, settlementLock(operationId));
    await client.query(
      `INSERT INTO measure_import (operation_id, id, status, created_by, via, undone_id)
       VALUES ($1, $2, 'done', $3, $4, $5)`,
      [operationId, undoId, actor.userId, actor.via, importId],
    );
    const dayCount = await restoreDays(client, operationId, importId, undoId);
    for (const table of FIGURES) await restoreFigures(client, operationId, importId, table);
    await client.query("DELETE FROM imported_curve WHERE operation_id = $1 AND import_id = $2", [
      operationId,
      importId,
    ]);
    await client.query(
      "UPDATE measure_import SET report = $3, finished_at = clock_timestamp() WHERE operation_id = $1 AND id = $2",
      [operationId, undoId, JSON.stringify(report(dayCount))],
    );
    await updateChangedDays(client, operationId, undoId);
    await enqueueSuspicionSearch(client, { operationId, importId: undoId });
    await enqueueComparisons(client, { operationId });
    const entry = { operationId, actor, objectType: "measure_import", objectId: importId } as const;
    await insertAuditEventWith(client, { ...entry, action: "undo.measures", after: { undoId, dayCount } });
    return { status: "done", dayCount };
  });
}

async function findObstacle(
  client: PoolClient,
  operationId: AuthorizedOperationId,
  importId: string,
): Promise<UndoOutcome | null> {
  const { rows } = await client.query<{ status: string; isUndo: boolean; isUndone: boolean }>(
    `SELECT i.status::text, i.undone_id IS NOT NULL AS "isUndo",
            EXISTS (SELECT FROM measure_import u WHERE u.operation_id = $1 AND u.undone_id = i.id) AS "isUndone"
       FROM measure_import i WHERE i.operation_id = $1 AND i.id = $2`,
    [operationId, importId],
  );
  const [found] = rows;
  if (found?.status !== "done") return { status: "not_done" };
  if (found.isUndo) return { status: "is_undo" };
  if (found.isUndone) return { status: "already_undone" };
  const since = await listChangedSince(operationId, importId, client);
  if (since.length > 0) return { status: "changed_since", since };
  const figures = await client.query<{ count: number }>(
    `SELECT (SELECT count(*) FROM published_energy WHERE operation_id = $1 AND import_id = $2
                                                     AND superseded_at IS NOT NULL)::int
          + (SELECT count(*) FROM published_share WHERE operation_id = $1 AND import_id = $2
                                                    AND superseded_at IS NOT NULL)::int AS count`,
    [operationId, importId],
  );
  const figureCount = figures.rows[0]?.count ?? 0;
  return figureCount > 0 ? { status: "figures_changed_since", figureCount } : null;
}

// A missing value is stored as the NaN of IEEE 754, little-endian.
const MISSING = "000000000000f87f";

async function restoreDays(
  client: PoolClient,
  operationId: AuthorizedOperationId,
  importId: string,
  undoId: string,
): Promise<number> {
  await client.query(
    `UPDATE load_curve_day SET superseded_at = now()
      WHERE operation_id = $1 AND import_id = $2 AND superseded_at IS NULL`,
    [operationId, importId],
  );
  const { rowCount } = await client.query(
    `INSERT INTO load_curve_day (operation_id, metering_point_id, quantity, day, version, step_minutes, energy_wh,
                                 total_wh, missing_count, import_id)
     SELECT d.operation_id, d.metering_point_id, d.quantity, d.day, d.version + 1,
            coalesce(old.step_minutes, d.step_minutes),
            coalesce(old.energy_wh, decode(repeat($4, length(d.energy_wh) / 8), 'hex')),
            coalesce(old.total_wh, 0), coalesce(old.missing_count, length(d.energy_wh) / 8), $3
       FROM load_curve_day d
       LEFT JOIN load_curve_day old
              ON old.operation_id = d.operation_id AND old.metering_point_id = d.metering_point_id
             AND old.quantity = d.quantity AND old.day = d.day AND old.version = d.version - 1
      WHERE d.operation_id = $1 AND d.import_id = $2`,
    [operationId, importId, undoId, MISSING],
  );
  return rowCount ?? 0;
}

/** Published figures, and what one of each kind is about. */
const FIGURES = [
  {
    name: "published_energy",
    about: ["metering_point_id", "quantity", "period_from", "period_to", "tariff_period", "source"],
  },
  { name: "published_share", about: ["producer_id", "consumer_id", "period_from", "period_to"] },
] as const;

// What stood before is the latest figure about the same thing among the imports that were not taken back.
async function restoreFigures(
  client: PoolClient,
  operationId: AuthorizedOperationId,
  importId: string,
  { name, about }: (typeof FIGURES)[number],
): Promise<void> {
  const isSame = about.map((column) => `old.${column} IS NOT DISTINCT FROM f.${column}`).join(" AND ");
  await client.query(
    `UPDATE ${name} SET superseded_at = NULL WHERE operation_id = $1 AND id IN (
       SELECT before.id FROM ${name} f CROSS JOIN LATERAL (
         SELECT old.id FROM ${name} old JOIN measure_import i ON i.operation_id = $1 AND i.id = old.import_id
          WHERE old.operation_id = $1 AND old.import_id <> $2 AND ${isSame}
            AND NOT EXISTS (SELECT FROM measure_import u WHERE u.operation_id = $1 AND u.undone_id = i.id)
          ORDER BY i.finished_at DESC LIMIT 1) before
        WHERE f.operation_id = $1 AND f.import_id = $2)`,
    [operationId, importId],
  );
  await client.query(
    `UPDATE ${name} SET superseded_at = clock_timestamp()
      WHERE operation_id = $1 AND import_id = $2 AND superseded_at IS NULL`,
    [operationId, importId],
  );
}
