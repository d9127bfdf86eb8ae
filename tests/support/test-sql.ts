import pg from "pg";
import { afterAll } from "vitest";

/**
 * A connection of the test's own, as the owner of the tables: it sees what is committed, as another process would, and does what no screen does.
 *
 * Call it at the top of a test file; it closes with it.
 */
export function connectTestSql() {
  const pool = new pg.Pool({ connectionString: process.env.TEST_DATABASE_OWNER_URL, max: 2 });
  afterAll(() => pool.end());
  return async <Row extends pg.QueryResultRow>(text: string, values: readonly unknown[] = []): Promise<Row[]> =>
    (await pool.query<Row>(text, [...values])).rows;
}

export type TestSql = ReturnType<typeof connectTestSql>;
