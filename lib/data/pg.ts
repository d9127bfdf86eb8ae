import "server-only";
import { Pool, type PoolClient } from "pg";
import { env } from "@/lib/env";

// The dev server reloads modules: keep one pool across reloads.
const store = globalThis as unknown as { pgPool?: Pool };

/** For COPY and for reads of many curves; Prisma does the rest. */
export const pool =
  store.pgPool ?? new Pool({ connectionString: env.DATABASE_URL, connectionTimeoutMillis: 5_000, max: 5 });

// A server that goes away breaks idle connections; the pool replaces them, and the next query says what is wrong.
pool.on("error", () => undefined);

if (env.NODE_ENV !== "production") store.pgPool = pool;

/** Runs `body` in one transaction: all of its writes are kept, or none. */
export async function inTransaction<T>(body: (client: PoolClient) => Promise<T>): Promise<T> {
  const client = await pool.connect();
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
  }
}
