import "server-only";
import { insertAuditEventWith } from "./audit-events";
import { purgeKeptFiles } from "./kept-files";
import { inTransaction, pool } from "./pg";
import type { Actor, AuthorizedOperationId } from "./scope";

// Whatever refers to a kept file has a line here. $1: imports abandoned before then need theirs no longer.
const IS_USELESS = `k.purged_at IS NULL
  AND NOT EXISTS (SELECT FROM measure_import_file f
                    JOIN measure_import i ON i.operation_id = f.operation_id AND i.id = f.import_id
                   WHERE f.operation_id = k.operation_id AND f.sha256 = k.sha256
                     AND NOT (i.status = 'cancelled' AND i.finished_at < $1))
  AND NOT EXISTS (SELECT FROM perimeter_change c WHERE c.operation_id = k.operation_id AND c.sha256 = k.sha256)
  AND NOT EXISTS (SELECT FROM consent c WHERE c.operation_id = k.operation_id AND c.sha256 = k.sha256)
  AND NOT EXISTS (SELECT FROM correspondence_event e WHERE e.operation_id = k.operation_id AND e.sha256 = k.sha256)
  AND NOT EXISTS (SELECT FROM convention_request_file r WHERE r.operation_id = k.operation_id AND r.sha256 = k.sha256)`;

/**
 * Imports abandoned before an instant whose files nothing else needs, of every operation of the installation: for the
 * nightly job, which proves each operation by itself.
 */
export async function listAbandonedUploads(
  before: Date,
): Promise<readonly { readonly operationId: string; readonly importId: string }[]> {
  const { rows } = await pool.query<{ operationId: string; importId: string }>(
    `SELECT DISTINCT f.operation_id::text AS "operationId", f.import_id::text AS "importId"
       FROM kept_file k JOIN measure_import_file f USING (operation_id, sha256)
      WHERE ${IS_USELESS}`,
    [before],
  );
  return rows;
}

/**
 * Empties the files of an abandoned import that nothing else needs, in one transaction with its audit event; the import
 * and its report stay.
 *
 * @returns How many files.
 */
export async function purgeAbandonedUpload(
  operationId: AuthorizedOperationId,
  actor: Actor,
  { importId, before }: { readonly importId: string; readonly before: Date },
): Promise<number> {
  return inTransaction(async (client) => {
    // Who keeps the same bytes meanwhile holds them until his reference is written: only then is it looked for.
    await client.query(
      `SELECT FROM kept_file k JOIN measure_import_file f USING (operation_id, sha256)
        WHERE f.operation_id = $1 AND f.import_id = $2 ORDER BY k.sha256 FOR UPDATE OF k`,
      [operationId, importId],
    );
    const { rows } = await client.query<{ sha256: string }>(
      `SELECT DISTINCT encode(k.sha256, 'hex') AS sha256
         FROM kept_file k JOIN measure_import_file f USING (operation_id, sha256)
        WHERE f.operation_id = $2 AND f.import_id = $3 AND ${IS_USELESS} ORDER BY sha256`,
      [before, operationId, importId],
    );
    const purgedFiles = rows.map(({ sha256 }) => sha256);
    if (purgedFiles.length === 0) return 0;
    await purgeKeptFiles(client, operationId, purgedFiles);
    await insertAuditEventWith(client, {
      operationId,
      actor,
      action: "purge.measures",
      objectType: "measure_import",
      objectId: importId,
      after: { purgedFiles },
    });
    return purgedFiles.length;
  });
}
