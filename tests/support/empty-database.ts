import pg from "pg";

/** Empties every table of the worker's database, for a test that says something of all that is there. */
export async function emptyDatabase(): Promise<void> {
  const client = new pg.Client({ connectionString: process.env.TEST_DATABASE_OWNER_URL });
  await client.connect();
  try {
    const { rows } = await client.query<{ name: string }>(
      `SELECT quote_ident(tablename) AS name FROM pg_tables
        WHERE schemaname = current_schema() AND tablename <> '_prisma_migrations'`,
    );
    // In one statement: the tables refer to each other.
    if (rows.length > 0) await client.query(`TRUNCATE ${rows.map(({ name }) => name).join(", ")} CASCADE`);
  } finally {
    await client.end();
  }
}
