import pg from "pg";

const OLDEST_MAJOR = 15;
const STARTING_UP = "57P03";
const NO_SUCH_DATABASE = "3D000";

/** A database that cannot be used as it is: the French message says why. */
export class DatabaseRefusal extends Error {}

/**
 * Opens a connection to a PostgreSQL recent enough, making the database when the server does not have it yet.
 *
 * @param {string | undefined} url
 * @returns {Promise<pg.Client>}
 */
export async function connectToDatabase(url) {
  if (!url) throw new DatabaseRefusal("DATABASE_URL manque : l’adresse d’un PostgreSQL 15 ou plus récent.");
  const client = await open(url).catch(async (error) => {
    if (error.code !== NO_SUCH_DATABASE) throw describeFailure(url, error);
    await createDatabase(url);
    return open(url);
  });
  try {
    assertVersion((await client.query("SHOW server_version")).rows[0].server_version);
  } catch (error) {
    await client.end();
    throw error;
  }
  return client;
}

/** @param {string} version as PostgreSQL writes it: `15.4 (Debian 15.4-1)` */
export function assertVersion(version) {
  if (Number.parseInt(version, 10) >= OLDEST_MAJOR) return;
  throw new DatabaseRefusal(
    `Prorata demande PostgreSQL ${OLDEST_MAJOR} ou plus récent ; le serveur de DATABASE_URL est en version ${version}.`,
  );
}

/**
 * Makes an empty database on the server of `url`, in French alphabetical order where the server can.
 *
 * @param {string} url
 */
export async function createDatabase(url) {
  await onMaintenanceDatabase(url, async (client, name) => {
    const plain = `CREATE DATABASE ${name} TEMPLATE template0 ENCODING 'UTF8'`;
    try {
      await client.query(`${plain} LOCALE_PROVIDER icu ICU_LOCALE 'fr-FR'`);
    } catch (error) {
      if (error.code === "42P04" || error.code === "23505") return; // made by somebody else meanwhile
      await client.query(plain);
    }
  });
}

/** @param {string} url */
export async function dropDatabase(url) {
  await onMaintenanceDatabase(url, (client, name) => client.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`));
}

/**
 * Takes a user away, once the databases he has rights in are gone.
 *
 * @param {string} url
 * @param {string} role
 */
export async function dropUser(url, role) {
  await onMaintenanceDatabase(url, (client) => client.query(`DROP ROLE IF EXISTS ${client.escapeIdentifier(role)}`));
}

async function onMaintenanceDatabase(url, work) {
  const maintenance = new URL(url);
  const name = decodeURIComponent(maintenance.pathname.slice(1));
  maintenance.pathname = "/postgres";
  const client = await open(maintenance.href).catch((error) => {
    throw describeFailure(url, error);
  });
  try {
    await work(client, client.escapeIdentifier(name));
  } finally {
    await client.end();
  }
}

async function open(url) {
  const deadline = performance.now() + 60_000;
  for (;;) {
    const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5_000 });
    try {
      await client.connect();
      return client;
    } catch (error) {
      await client.end().catch(() => {});
      if (error.code !== STARTING_UP || performance.now() > deadline) throw error;
      await new Promise((resolve) => setTimeout(resolve, 300));
    }
  }
}

function describeFailure(url, error) {
  const place = placeOf(url);
  const reason = error.errors?.[0]?.message || error.message; // Node groups the attempts on several addresses
  return new DatabaseRefusal(
    `La base de données ${place} n’est pas joignable : ${reason}\n` +
      "Vérifiez DATABASE_URL et que le serveur PostgreSQL tourne.",
    { cause: error },
  );
}

function placeOf(url) {
  try {
    const { host, pathname } = new URL(url); // without the password
    return `${host}${pathname}`;
  } catch {
    return "de DATABASE_URL";
  }
}
