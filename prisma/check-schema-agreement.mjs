import { randomBytes } from "node:crypto";
import { APPEND_ONLY, listChangeableTables, listWrongPrivileges } from "./application-privileges.mjs";
import { connectToDatabase, createDatabase, dropDatabase, dropUser } from "./connect-to-database.mjs";
import { diffSchemas } from "./create-migration.mjs";
import { deployMigrations } from "./deploy-migrations.mjs";
import { HAND_WRITTEN } from "./hand-written.mjs";
import { readSchemaFiles } from "./migration-engine.mjs";
import { readCatalog } from "./read-catalog.mjs";

/**
 * Proves that the models and the migrations make the same database, in two scratch databases of the server, and that
 * the application's user has there what application-privileges.mjs says.
 *
 * @param {string} serverUrl
 * @returns {Promise<string[]>} the differences, in French; none when they agree
 */
export async function checkSchemaAgreement(serverUrl) {
  const wrong = [];
  const called = [];
  const fromMigrations = await catalogOf(scratchUrl(serverUrl, "migrations"), async (url, client) => {
    await deployMigrations(asUser(url, `prorata_check_${process.pid}`), url);
    wrong.push(...(await describePrivileges(client, `prorata_check_${process.pid}`)));
    called.push(...(await listFunctionsOfDefaults(client)));
  });
  const fromSchema = await catalogOf(scratchUrl(serverUrl, "schema"), async (url, client) => {
    const sql = await diffSchemas([], await readSchemaFiles(), url);
    for (const statement of [...called, ...(sql === null ? [] : [sql])]) await client.query(statement);
  });
  await dropUser(serverUrl, `prorata_check_${process.pid}`);
  return [...compareCatalogs(fromSchema, fromMigrations, HAND_WRITTEN), ...wrong];
}

/** The functions of ours that a default calls: a model names them, and only a migration can write them. */
async function listFunctionsOfDefaults(client) {
  const { rows } = await client.query(
    `SELECT DISTINCT pg_get_functiondef(p.oid) AS definition
       FROM pg_depend d JOIN pg_proc p ON p.oid = d.refobjid AND p.pronamespace = current_schema()::regnamespace
      WHERE d.classid = 'pg_attrdef'::regclass AND d.refclassid = 'pg_proc'::regclass`,
  );
  return rows.map(({ definition }) => definition);
}

/** What the application may do, against the list; and the list against the tables there are. */
async function describePrivileges(client, role) {
  const { rows } = await client.query(
    "SELECT name FROM unnest($1::text[]) AS name WHERE to_regclass(quote_ident(name)) IS NULL ORDER BY name",
    [APPEND_ONLY],
  );
  const wrong = await listWrongPrivileges(client, role);
  return [
    ...rows.map(({ name }) => `dans application-privileges.mjs, dans aucune migration : ${name}`),
    ...wrong.map(({ name, expected, found }) => `droits sur ${name} : « ${expected} » attendus, « ${found} » donnés`),
    ...(await listChangeableTables(client, role)).map((name) => `l’application peut changer ${name}`),
  ];
}

function asUser(address, role) {
  const url = new URL(address);
  url.username = role;
  url.password = randomBytes(16).toString("hex");
  return url.href;
}

/**
 * @param {Map<string, string>} fromSchema
 * @param {Map<string, string>} fromMigrations
 * @param {string[]} handWritten
 * @returns {string[]}
 */
export function compareCatalogs(fromSchema, fromMigrations, handWritten) {
  const exceptions = new Set(handWritten);
  const missing = [...fromSchema.keys()].filter((key) => !fromMigrations.has(key));
  const extra = [...fromMigrations.keys()].filter((key) => !fromSchema.has(key) && !exceptions.has(key));
  const different = [...fromSchema].filter(([key, value]) => (fromMigrations.get(key) ?? value) !== value);
  const vanished = handWritten.filter((key) => !fromMigrations.has(key));
  return [
    ...missing.map((key) => `dans le schéma, dans aucune migration : ${key}`),
    ...extra.map((key) => `dans les migrations, ni dans le schéma ni dans hand-written.mjs : ${key}`),
    ...different.map(
      ([key, value]) => `${key} : « ${value} » au schéma, « ${fromMigrations.get(key)} » aux migrations`,
    ),
    ...vanished.map((key) => `dans hand-written.mjs, dans aucune migration : ${key}`),
  ];
}

async function catalogOf(url, fill) {
  await dropDatabase(url);
  await createDatabase(url);
  const client = await connectToDatabase(url);
  try {
    await fill(url, client);
    return await readCatalog(client);
  } finally {
    await client.end();
    await dropDatabase(url);
  }
}

function scratchUrl(serverUrl, name) {
  const url = new URL(serverUrl);
  url.pathname = `/prorata_check_${process.pid}_${name}`;
  return url.href;
}
