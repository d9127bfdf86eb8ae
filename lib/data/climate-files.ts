import "server-only";
import { gunzipSync, gzipSync } from "node:zlib";
import type { PoolClient } from "pg";
import type { KeptFileContent } from "./kept-files";
import { pool } from "./pg";
import type { AuthorizedClimatePlanId } from "./scope";

/** Keeps the bytes of a document, once, whatever it proves; bytes that were emptied and come again are kept again. */
export async function insertClimateFile(
  client: PoolClient,
  collectivityId: AuthorizedClimatePlanId,
  sha256: Uint8Array,
  bytes: Uint8Array,
): Promise<void> {
  // Pictures, PDF and workbooks are compressed already: only what becomes smaller is.
  const packed = gzipSync(bytes, { level: 1 });
  const isGzipped = packed.length < bytes.byteLength;
  await client.query(
    `INSERT INTO climate_file (collectivity_id, sha256, size_bytes, is_gzipped, content)
     VALUES ($1, $2, $3, $4, $5)
     ON CONFLICT (collectivity_id, sha256) DO UPDATE
       SET is_gzipped = excluded.is_gzipped, content = excluded.content, purged_at = NULL
       WHERE climate_file.purged_at IS NOT NULL`,
    [collectivityId, Buffer.from(sha256), bytes.byteLength, isGzipped, isGzipped ? packed : Buffer.from(bytes)],
  );
}

/** A document by its SHA-256, in hexadecimal; null when the collectivity has none. */
export async function findClimateFile(
  collectivityId: AuthorizedClimatePlanId,
  sha256: string,
): Promise<KeptFileContent | null> {
  const { rows } = await pool.query<{ is_gzipped: boolean; content: Buffer; purged_at: Date | null }>(
    `SELECT is_gzipped, content, purged_at FROM climate_file
      WHERE collectivity_id = $1 AND sha256 = decode($2, 'hex')`,
    [collectivityId, sha256],
  );
  const [row] = rows;
  if (!row) return null;
  if (row.purged_at) return { kind: "purged", purgedAt: row.purged_at };
  return { kind: "kept", bytes: row.is_gzipped ? gunzipSync(row.content) : row.content };
}

/** Empties a document; its fingerprint stays, and says that it is gone. */
export async function purgeClimateFile(
  client: PoolClient,
  collectivityId: AuthorizedClimatePlanId,
  sha256: string,
): Promise<boolean> {
  const { rowCount } = await client.query(
    `UPDATE climate_file SET content = '', is_gzipped = false, purged_at = clock_timestamp()
      WHERE collectivity_id = $1 AND sha256 = decode($2, 'hex') AND purged_at IS NULL`,
    [collectivityId, sha256],
  );
  return rowCount === 1;
}
