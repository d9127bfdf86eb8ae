import { randomInt } from "node:crypto";
import { Readable } from "node:stream";
import { buffer } from "node:stream/consumers";
import { pipeline } from "node:stream/promises";
import { from as copyFrom, to as copyTo } from "pg-copy-streams";
import { pool } from "@/lib/data/pg";
import type { AuthorizedOperationId } from "@/lib/data/scope";

const CHUNK_BYTES = 256 * 1024;

/** The rows of an operation in a table, as PostgreSQL's binary COPY gives and takes them. */
export async function takeBareRows(table: string, operationId: AuthorizedOperationId): Promise<Buffer> {
  const client = await pool.connect();
  try {
    // COPY takes no parameters; the id is one this bench has made.
    const query = `COPY (SELECT * FROM ${table} WHERE operation_id = '${operationId}') TO STDOUT (FORMAT binary)`;
    return await buffer(client.query(copyTo(query)));
  } finally {
    client.release();
  }
}

/** A table like another: same columns, same storage, same keys and indexes; it refers to no other table. */
export async function createTableLike(table: string) {
  const name = `bench_${table}_${randomInt(1e9)}`;
  await pool.query(`CREATE TABLE ${name} (LIKE ${table} INCLUDING ALL)`);
  return {
    name,
    empty: () => pool.query(`TRUNCATE ${name}`),
    drop: () => pool.query(`DROP TABLE ${name}`),
  };
}

/** The least that writing these rows can cost: ready-made bytes into a table, in one statement. */
export async function copyBareRows(target: string, bytes: Buffer): Promise<void> {
  const client = await pool.connect();
  try {
    function* chunks() {
      for (let at = 0; at < bytes.length; at += CHUNK_BYTES) yield bytes.subarray(at, at + CHUNK_BYTES);
    }
    const copy = client.query(copyFrom(`COPY ${target} FROM STDIN (FORMAT binary)`));
    await pipeline(Readable.from(chunks()), copy);
  } finally {
    client.release();
  }
}
