import "server-only";
import { Pool, type PoolClient } from "pg";
import { env } from "@/lib/env";
import { CONNECTION } from "./connection";

// The dev server reloads modules: keep one pool across reloads.
const store = globalThis as unknown as { pgPool?: Pool };

/** For COPY and for reads of many curves; Prisma does the rest. */
export const pool = store.pgPool ?? new Pool({ ...CONNECTION, max: 5 });

// A server that goes away breaks connections, idle or in a transaction. The next query says what is wrong; an error
// nobody listens to would end the process.
const ignoreError = () => undefined;
pool.on("error", ignoreError);

if (env.NODE_ENV !== "production") store.pgPool = pool;

/** Runs `body` in one transaction: all of its writes are kept, or none. */
export async function inTransaction<T>(body: (client: PoolClient) => Promise<T>): Promise<T> {
  const client = await pool.connect();
  client.on("error", ignoreError);
  try {
    await client.query("BEGIN");
    const result = await body(client);
    await client.query("COMMIT");
    client.release();
    return result;
  } catch (error) {
    // A connection that cannot roll back is dropped; the server then rolls back by itself.
    const broken = await client.query("ROLLBACK").then(
      () => false,
      () => true,
    );
    client.release(broken);
    throw error;
  } finally {
    client.off("error", ignoreError);
  }
}

/** Takes a lock until the transaction ends; whoever holds it in whatever process is waited for. */
export async function lockUntilEnd(client: PoolClient, lock: string): Promise<void> {
  await client.query("SELECT pg_advisory_xact_lock(hashtextextended($1, 0))", [lock]);
}

const lastInTurn = new Map<string, Promise<void>>();

/**
 * Runs `body` in one transaction that holds a lock.
 *
 * Transactions of one process wait for each other before they take a connection: a queue behind a long import must
 * not take the connections that readers need.
 */
export async function inLockedTransaction<T>(lock: string, body: (client: PoolClient) => Promise<T>): Promise<T> {
  const before = lastInTurn.get(lock) ?? Promise.resolve();
  const result = before.then(() =>
    inTransaction(async (client) => {
      await lockUntilEnd(client, lock);
      return body(client);
    }),
  );
  const over = result.then(ignoreError, ignoreError);
  lastInTurn.set(lock, over);
  try {
    return await result;
  } finally {
    if (lastInTurn.get(lock) === over) lastInTurn.delete(lock);
  }
}
