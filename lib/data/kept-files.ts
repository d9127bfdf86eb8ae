import "server-only";
import { gunzipSync, gzipSync } from "node:zlib";
import type { PoolClient } from "pg";
import type { AuthorizedOperationId } from "./scope";

const ZIP_SIGNATURE = 0x504b0304;

/** Keeps the bytes of a received file, once, whatever its names. */
export async function insertKeptFile(
  client: PoolClient,
  operationId: AuthorizedOperationId,
  sha256: Uint8Array,
  bytes: Uint8Array,
): Promise<void> {
  const content = isCompressed(bytes) ? bytes : gzipSync(bytes, { level: 1 });
  await client.query(
    `INSERT INTO kept_file (operation_id, sha256, size_bytes, is_gzipped, content)
     VALUES ($1, $2, $3, $4, $5) ON CONFLICT DO NOTHING`,
    [operationId, Buffer.from(sha256), bytes.byteLength, content !== bytes, Buffer.from(content)],
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
