import "server-only";
import type { PoolClient } from "pg";
import type { AttemptRule } from "@/lib/domain/access/attempt-rule";
import { type AttemptCount, countAttempt } from "@/lib/domain/access/count-attempt";
import { inTransaction, pool } from "./pg";

/** Something to count under, and its rule. Keys are HMACs: neither an e-mail nor an address reaches this table. */
export type CounterKey = { readonly key: Buffer; readonly rule: AttemptRule };

type CounterRow = { readonly key: Buffer; readonly nowMs: string } & {
  readonly [Name in keyof AttemptCount]: string | null;
};

// The database's clock: the processes that share the counters share it too.
const NOW_MS = "(extract(epoch FROM clock_timestamp()) * 1000)::bigint";
const COLUMNS = `c.count, (extract(epoch FROM c.open_at) * 1000)::bigint AS "openAtMs",
  (extract(epoch FROM c.forget_at) * 1000)::bigint AS "forgetAtMs"`;

/**
 * Counts one try under every key, or under none when one of them has to wait.
 *
 * @returns How long to wait. [ms] 0: the try is counted.
 */
export async function takeCounters(counters: readonly CounterKey[]): Promise<number> {
  // Whoever has to wait is told by one read, which waits for nobody: knocking costs others nothing.
  const keys = counters.map(({ key }) => key);
  const { rows } = await pool.query<CounterRow>(
    `SELECT k.key, ${COLUMNS}, ${NOW_MS} AS "nowMs"
       FROM unnest($1::bytea[]) AS k(key) LEFT JOIN attempt_counter c USING (key)`,
    [keys],
  );
  const nowMs = Number(rows[0]?.nowMs);
  const waitMs = longestWait(counters, rows, nowMs);
  return waitMs > 0 ? waitMs : inTransaction((client) => countUnderLock(client, counters, nowMs));
}

/** Takes back one try under each key: it was no guess. */
export async function giveBackCounters(keys: readonly Buffer[]): Promise<void> {
  await pool.query(
    `WITH taken AS (SELECT key FROM attempt_counter WHERE key = ANY($1::bytea[]) ORDER BY key FOR UPDATE)
     UPDATE attempt_counter c SET count = greatest(c.count - 1, 0), open_at = least(c.open_at, now())
       FROM taken WHERE taken.key = c.key`,
    [keys],
  );
}

/** Drops what says nothing any more. */
export async function deleteForgottenCounters(): Promise<void> {
  await pool.query("DELETE FROM attempt_counter WHERE forget_at < now()");
}

async function countUnderLock(client: PoolClient, counters: readonly CounterKey[], nowMs: number): Promise<number> {
  const keys = counters.map(({ key }) => key);
  // Always in the order of the keys, so that two tries never wait for each other.
  await client.query(
    `INSERT INTO attempt_counter (key, count, open_at, forget_at)
     SELECT k.key, 0, to_timestamp(0), now() FROM unnest($1::bytea[]) AS k(key) ORDER BY k.key
     ON CONFLICT (key) DO NOTHING`,
    [keys],
  );
  const { rows } = await client.query<CounterRow>(
    `SELECT c.key, ${COLUMNS} FROM attempt_counter c WHERE c.key = ANY($1::bytea[]) ORDER BY c.key FOR UPDATE`,
    [keys],
  );
  const waitMs = longestWait(counters, rows, nowMs);
  if (waitMs > 0) return waitMs;
  const next = counters.map((counter) => countAttempt(earlier(counter, rows), counter.rule, nowMs).next);
  await client.query(
    `UPDATE attempt_counter c
        SET count = n.count, open_at = to_timestamp(n.open_ms / 1000.0), forget_at = to_timestamp(n.forget_ms / 1000.0)
       FROM unnest($1::bytea[], $2::int[], $3::bigint[], $4::bigint[]) AS n(key, count, open_ms, forget_ms)
      WHERE c.key = n.key`,
    [
      keys,
      next.map((count) => count?.count),
      next.map((count) => count?.openAtMs),
      next.map((count) => count?.forgetAtMs),
    ],
  );
  return 0;
}

function longestWait(counters: readonly CounterKey[], rows: readonly CounterRow[], nowMs: number): number {
  return Math.max(...counters.map((counter) => countAttempt(earlier(counter, rows), counter.rule, nowMs).waitMs));
}

function earlier({ key }: CounterKey, rows: readonly CounterRow[]): AttemptCount | null {
  const row = rows.find((each) => each.key.equals(key));
  if (!row || row.count === null) return null;
  return { count: Number(row.count), openAtMs: Number(row.openAtMs), forgetAtMs: Number(row.forgetAtMs) };
}
