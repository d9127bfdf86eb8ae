import "server-only";
import { gunzipSync, gzipSync } from "node:zlib";
import type { PoolClient } from "pg";
import { pool } from "./pg";
import type { AuthorizedOperationId } from "./scope";

const ZIP_SIGNATURE = 0x504b0304;
/**
 * A file is read in pieces of this size: the driver takes each value as hexadecimal text, several times its weight, and
 * an archive may have 100 MB. [B]
 */
const PIECE_BYTES = 4_000_000;
const HEAD = `f.is_gzipped, octet_length(f.content) AS stored_bytes, substring(f.content FOR ${PIECE_BYTES}) AS head`;

/** Keeps the bytes of a received file, once, whatever its names; bytes that were purged and come again are kept again. */
export async function insertKeptFile(
  client: PoolClient,
  operationId: AuthorizedOperationId,
  sha256: Uint8Array,
  bytes: Uint8Array,
): Promise<void> {
  const received = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength); // the same memory
  const isAsReceived = isCompressed(received);
  const content = isAsReceived ? received : gzipSync(received, { level: 1 });
  await client.query(
    `INSERT INTO kept_file (operation_id, sha256, size_bytes, is_gzipped, content)
     VALUES ($1, $2, $3, $4, $5)
     ON CONFLICT (operation_id, sha256) DO UPDATE
       SET is_gzipped = excluded.is_gzipped, content = excluded.content, purged_at = NULL
       WHERE kept_file.purged_at IS NOT NULL`,
    [operationId, Buffer.from(sha256), received.length, !isAsReceived, content],
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
  const { rows } = await client.query<StoredFile & { purged_at: Date | null }>(
    `SELECT ${HEAD}, f.purged_at, $2 AS sha256 FROM kept_file f
      WHERE f.operation_id = $1 AND f.sha256 = decode($2, 'hex')`,
    [operationId, sha256],
  );
  const [row] = rows;
  if (!row) return null;
  if (row.purged_at) return { kind: "purged", purgedAt: row.purged_at };
  return { kind: "kept", bytes: await readContent(client, operationId, row) };
}

/** Empties files that name a person who is erased, or that nobody needs; what refers to them stays, and says that they are gone. */
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
): Promise<readonly NamedFile[]> {
  return listNamedFiles(client, operationId, importId, null);
}

/** A file and the name it was handed in under. */
export type NamedFile = { readonly name: string; readonly bytes: Uint8Array };

/** The files of an import, for who has no transaction of his own. */
export function listKeptFilesOfImport(operationId: AuthorizedOperationId, importId: string) {
  return listFilesOfImport(pool, operationId, importId);
}

/** One file of an import, by its rank from 0 on; null when there is none, or its content was erased. */
export async function findKeptFileOfImport(
  operationId: AuthorizedOperationId,
  importId: string,
  rank: number,
): Promise<NamedFile | null> {
  const [file] = await listNamedFiles(pool, operationId, importId, rank);
  return file ?? null;
}

/** What an import received, in the order it was handed in, and whether its content is still there. */
export async function listFileNamesOfImport(
  operationId: AuthorizedOperationId,
  importId: string,
): Promise<readonly { readonly name: string; readonly isKept: boolean }[]> {
  const { rows } = await pool.query<{ name: string; isKept: boolean }>(
    `SELECT i.name, f.purged_at IS NULL AS "isKept"
       FROM measure_import_file i JOIN kept_file f USING (operation_id, sha256)
      WHERE i.operation_id = $1 AND i.import_id = $2 ORDER BY i.position`,
    [operationId, importId],
  );
  return rows;
}

/** One piece of a stored file, and what there is of it. */
type StoredFile = {
  readonly sha256: string;
  readonly is_gzipped: boolean;
  readonly stored_bytes: number;
  readonly head: Buffer;
};

async function listNamedFiles(
  client: Pick<PoolClient, "query">,
  operationId: AuthorizedOperationId,
  importId: string,
  rank: number | null,
): Promise<readonly NamedFile[]> {
  // Of a request to the DSO who was not given leaves his place empty: ranks have no hole.
  const { rows } = await client.query<StoredFile & { name: string }>(
    `SELECT i.name, encode(i.sha256, 'hex') AS sha256, ${HEAD}
       FROM measure_import_file i JOIN kept_file f USING (operation_id, sha256)
      WHERE i.operation_id = $1 AND i.import_id = $2 AND ($3::int IS NULL OR (f.purged_at IS NULL AND i.position =
              (SELECT r.position FROM measure_import_file r
                WHERE r.operation_id = $1 AND r.import_id = $2 ORDER BY r.position OFFSET $3 LIMIT 1)))
      ORDER BY i.position`,
    [operationId, importId, rank],
  );
  const files: NamedFile[] = [];
  for (const row of rows) files.push({ name: row.name, bytes: await readContent(client, operationId, row) });
  return files;
}

async function readContent(
  client: Pick<PoolClient, "query">,
  operationId: AuthorizedOperationId,
  { sha256, is_gzipped, stored_bytes, head }: StoredFile,
): Promise<Uint8Array> {
  if (stored_bytes <= head.length) return is_gzipped ? gunzipSync(head) : head;
  const content = Buffer.allocUnsafe(stored_bytes);
  let length = head.copy(content);
  while (length < stored_bytes) {
    const { rows } = await client.query<{ piece: Buffer }>(
      `SELECT substring(content FROM $3::int FOR $4::int) AS piece FROM kept_file
        WHERE operation_id = $1 AND sha256 = decode($2, 'hex')`,
      [operationId, sha256, length + 1, PIECE_BYTES],
    );
    const piece = rows[0]?.piece;
    if (!piece?.length) throw new Error(`a kept file was purged while it was read: ${sha256}`);
    length += piece.copy(content, length);
  }
  return is_gzipped ? gunzipSync(content) : content;
}

// A zip or a workbook would only grow.
function isCompressed(bytes: Buffer): boolean {
  return bytes.length >= 4 && bytes.readUInt32BE() === ZIP_SIGNATURE;
}
