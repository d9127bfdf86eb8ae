import "server-only";
import { gunzipSync, gzipSync } from "node:zlib";
import type { PoolClient } from "pg";
import { pool } from "./pg";
import type { AuthorizedOperationId } from "./scope";

const ZIP_SIGNATURE = 0x504b0304;

/** Keeps the bytes of a received file, once, whatever its names; bytes that were purged and come again are kept again. */
export async function insertKeptFile(
  client: PoolClient,
  operationId: AuthorizedOperationId,
  sha256: Uint8Array,
  bytes: Uint8Array,
): Promise<void> {
  const content = isCompressed(bytes) ? bytes : gzipSync(bytes, { level: 1 });
  await client.query(
    `INSERT INTO kept_file (operation_id, sha256, size_bytes, is_gzipped, content)
     VALUES ($1, $2, $3, $4, $5)
     ON CONFLICT (operation_id, sha256) DO UPDATE
       SET is_gzipped = excluded.is_gzipped, content = excluded.content, purged_at = NULL
       WHERE kept_file.purged_at IS NOT NULL`,
    [operationId, Buffer.from(sha256), bytes.byteLength, content !== bytes, Buffer.from(content)],
  );
}

/** A kept file as it was received; once purged, only since when. */
export type KeptFileContent =
  | { readonly kind: "kept"; readonly bytes: Uint8Array }
  | { readonly kind: "purged"; readonly purgedAt: Date };

/** A kept file by its SHA-256, in hexadecimal; null when the operation has none. */
export async function findKeptFile(
  operationId: AuthorizedOperationId,
  sha256: string,
  client: Pick<PoolClient, "query"> = pool,
): Promise<KeptFileContent | null> {
  const { rows } = await client.query<{ is_gzipped: boolean; content: Buffer; purged_at: Date | null }>(
    "SELECT is_gzipped, content, purged_at FROM kept_file WHERE operation_id = $1 AND sha256 = decode($2, 'hex')",
    [operationId, sha256],
  );
  const [row] = rows;
  if (!row) return null;
  if (row.purged_at) return { kind: "purged", purgedAt: row.purged_at };
  return { kind: "kept", bytes: row.is_gzipped ? gunzipSync(row.content) : row.content };
}

/** Empties files that name a person who is erased; what refers to them stays, and says that they are gone. */
export async function purgeKeptFiles(
  client: PoolClient,
  operationId: AuthorizedOperationId,
  sha256s: readonly string[],
): Promise<void> {
  await client.query(
    `UPDATE kept_file SET content = '', is_gzipped = false, purged_at = clock_timestamp()
      WHERE operation_id = $1 AND encode(sha256, 'hex') = ANY($2::text[]) AND purged_at IS NULL`,
    [operationId, sha256s],
  );
}

/** The files an import received, in the order they were handed in. */
export async function listFilesOfImport(
  client: Pick<PoolClient, "query">,
  operationId: AuthorizedOperationId,
  importId: string,
): Promise<readonly { readonly name: string; readonly bytes: Uint8Array }[]> {
  const { rows } = await client.query<{ name: string; is_gzipped: boolean; content: Buffer }>(
    `SELECT f.name, k.is_gzipped, k.content
       FROM measure_import_file f JOIN kept_file k USING (operation_id, sha256)
      WHERE f.operation_id = $1 AND f.import_id = $2 ORDER BY f.position`,
    [operationId, importId],
  );
  return rows.map(({ name, is_gzipped, content }) => ({ name, bytes: is_gzipped ? gunzipSync(content) : content }));
}

// A zip or a workbook would only grow.
function isCompressed(bytes: Uint8Array): boolean {
  return bytes.byteLength >= 4 && Buffer.from(bytes.buffer, bytes.byteOffset, 4).readUInt32BE() === ZIP_SIGNATURE;
}

/** The files of an import, for who has no transaction of his own. */
export function listKeptFilesOfImport(operationId: AuthorizedOperationId, importId: string) {
  return listFilesOfImport(pool, operationId, importId);
}

/** One file of an import, by its place; null when there is none, or its content was erased. */
export async function findKeptFileOfImport(
  operationId: AuthorizedOperationId,
  importId: string,
  position: number,
): Promise<{ readonly name: string; readonly bytes: Uint8Array } | null> {
  const { rows } = await pool.query<{ name: string; is_gzipped: boolean; content: Buffer }>(
    `SELECT f.name, k.is_gzipped, k.content
       FROM measure_import_file f JOIN kept_file k USING (operation_id, sha256)
      WHERE f.operation_id = $1 AND f.import_id = $2 AND f.position = $3 AND k.purged_at IS NULL`,
    [operationId, importId, position],
  );
  const [row] = rows;
  return row ? { name: row.name, bytes: row.is_gzipped ? gunzipSync(row.content) : row.content } : null;
}
