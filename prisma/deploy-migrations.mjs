import { connectToDatabase, DatabaseRefusal } from "./connect-to-database.mjs";
import { NO_FILTERS, readMigrations, toMigrationsList, withMigrationEngine } from "./migration-engine.mjs";

const LOCK_KEY = 72_707_370; // any number of ours: advisory locks are shared by all who use the database

/**
 * Applies the migrations that a database does not have yet. Several processes may call it at once: one applies, the
 * others find nothing left. A migration that failed is tried again: each is one transaction, so it left nothing.
 *
 * @param {string | undefined} databaseUrl
 * @returns {Promise<{ applied: string[], retried: string[], unknown: string[] }>} `unknown`: of a newer version of the code
 */
export async function deployMigrations(databaseUrl) {
  const client = await connectToDatabase(databaseUrl);
  try {
    await client.query("SELECT pg_advisory_lock($1)", [LOCK_KEY]);
    const migrations = await readMigrations();
    const recorded = await readRecorded(client);
    const retried = recorded.filter(({ failed }) => failed).map(({ name }) => name);
    const migrationsList = await toMigrationsList(migrations);
    const applied = await withMigrationEngine(databaseUrl, async (engine) => {
      for (const migrationName of retried) await engine.markMigrationRolledBack({ migrationName });
      return (await engine.applyMigrations({ migrationsList, filters: NO_FILTERS })).appliedMigrationNames;
    }).catch((error) => {
      throw describeFailure(error);
    });
    const known = new Set(migrations.map(({ name }) => name));
    const unknown = recorded.map(({ name }) => name).filter((name) => !known.has(name));
    return { applied, retried, unknown };
  } finally {
    await client.end(); // gives the lock back too
  }
}

async function readRecorded(client) {
  const { rows } = await client.query("SELECT to_regclass('_prisma_migrations') IS NOT NULL AS exists");
  if (!rows[0].exists) return [];
  const recorded = await client.query(
    `SELECT migration_name AS name, finished_at IS NULL AS failed
       FROM _prisma_migrations WHERE rolled_back_at IS NULL ORDER BY started_at`,
  );
  return recorded.rows;
}

function describeFailure(error) {
  if (`${error.code} ${error.message}`.includes("P3005")) {
    return new DatabaseRefusal(
      "La base de données de DATABASE_URL contient déjà autre chose que Prorata : donnez-lui une base vide.",
    );
  }
  return new DatabaseRefusal(`Une migration de la base de données a échoué.\n${error.message}`);
}
