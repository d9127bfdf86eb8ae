import { listChangeableTables } from "./application-privileges.mjs";
import { loginOf, prepareApplicationUser } from "./application-user.mjs";
import { connectToDatabase, DatabaseRefusal } from "./connect-to-database.mjs";
import { NO_FILTERS, readMigrations, toMigrationsList, withMigrationEngine } from "./migration-engine.mjs";

const LOCK_KEY = 72_707_370; // any number of ours: advisory locks are shared by all who use the database

/**
 * Applies the migrations that a database does not have yet, then gives the application's own user what he needs.
 *
 * Several processes may call it at once: one applies, the others find nothing left. A migration that failed is tried
 * again: each is one transaction, so it left nothing. Without an owner's address the application's user migrates where
 * he owns the tables, as installations did before there were two; where he does not, nothing may be left to apply.
 *
 * @param {string | undefined} applicationUrl
 * @param {string} [ownerUrl]
 * @returns {Promise<{ applied: string[], retried: string[], unknown: string[], isProtected: boolean }>} `unknown`: of a
 * newer version of the code; `isProtected`: the application cannot change what is append-only
 */
export async function deployMigrations(applicationUrl, ownerUrl) {
  const url = ownerUrl || applicationUrl;
  const client = await connectToDatabase(url);
  try {
    await client.query("SELECT pg_advisory_lock($1)", [LOCK_KEY]);
    const migrations = await readMigrations();
    const recorded = await readRecorded(client);
    const known = new Set(migrations.map(({ name }) => name));
    const unknown = recorded.map(({ name }) => name).filter((name) => !known.has(name));
    if (!(await mayMigrate(client))) {
      assertNothingLeft(migrations, recorded);
      return { applied: [], retried: [], unknown, isProtected: (await listChangeableTables(client)).length === 0 };
    }
    const { applied, retried } = await applyMigrations(url, migrations, recorded);
    const hasTwoUsers = ownerUrl && applicationUrl && loginOf(ownerUrl).role !== loginOf(applicationUrl).role;
    if (hasTwoUsers) await prepareApplicationUser(client, applicationUrl);
    else await client.query("CREATE SCHEMA IF NOT EXISTS queue");
    return { applied, retried, unknown, isProtected: Boolean(hasTwoUsers) };
  } finally {
    await client.end(); // gives the lock back too
  }
}

async function applyMigrations(url, migrations, recorded) {
  const retried = recorded.filter(({ failed }) => failed).map(({ name }) => name);
  const migrationsList = await toMigrationsList(migrations);
  const applied = await withMigrationEngine(url, async (engine) => {
    for (const migrationName of retried) await engine.markMigrationRolledBack({ migrationName });
    return (await engine.applyMigrations({ migrationsList, filters: NO_FILTERS })).appliedMigrationNames;
  }).catch((error) => {
    throw describeFailure(error);
  });
  return { applied, retried };
}

/** Whether this user owns the tables; of a database that has none, he becomes the owner. */
async function mayMigrate(client) {
  const { rows } = await client.query(
    `SELECT coalesce(bool_and(pg_has_role(relowner, 'MEMBER')), true) AS may
       FROM pg_class WHERE oid = to_regclass('_prisma_migrations')`,
  );
  return rows[0].may;
}

function assertNothingLeft(migrations, recorded) {
  const done = new Set(recorded.filter(({ failed }) => !failed).map(({ name }) => name));
  const left = migrations.filter(({ name }) => !done.has(name));
  if (left.length === 0) return;
  throw new DatabaseRefusal(
    `${left.length} migrations attendent, et l’utilisateur de DATABASE_URL ne possède pas les tables.\n` +
      "Donnez aussi DATABASE_OWNER_URL, ou lancez d’abord `npm run db:deploy` avec les deux adresses.",
  );
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
