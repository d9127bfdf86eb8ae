import type { TestSql } from "../test-sql";

// What being recognised writes by itself – when a key was used, a session prolonged, a limit counted, who came to an
// operation he may read and was turned away further in –, and what the queue
// notes of its own rounds; a job is no such thing.
const APART = [
  "public.api_key",
  "public.session",
  "public.rate_limit",
  "public.consultation",
  "queue.version",
  "queue.queue",
];

/** How many rows every table has and which transaction wrote last: equal when nothing was written between two calls. */
export async function stampOfTables(sql: TestSql): Promise<Readonly<Record<string, string>>> {
  const tables = await sql<{ name: string }>(
    `SELECT format('%I.%I', schemaname, tablename) AS name FROM pg_tables
      WHERE schemaname NOT IN ('pg_catalog', 'information_schema') AND NOT schemaname || '.' || tablename = ANY ($1) ORDER BY 1`,
    [APART],
  );
  const stamps = tables.map(
    ({ name }) =>
      `SELECT '${name}' AS name, count(*) || ' rows, ' || coalesce(max(xmin::text::bigint), 0) AS stamp FROM ${name}`,
  );
  const rows = await sql<{ name: string; stamp: string }>(stamps.join(" UNION ALL "));
  return Object.fromEntries(rows.map(({ name, stamp }) => [name, stamp]));
}
