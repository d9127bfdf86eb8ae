import type { Client } from "pg";
import { afterEach, expect, test } from "vitest";
import { compareCatalogs } from "@/prisma/check-schema-agreement.mjs";
import { assertVersion, connectToDatabase, createDatabase, dropDatabase } from "@/prisma/connect-to-database.mjs";
import { deployMigrations } from "@/prisma/deploy-migrations.mjs";
import { readMigrations } from "@/prisma/migration-engine.mjs";

const scratch = new URL(process.env.TEST_DATABASE_OWNER_URL ?? "");
scratch.pathname = `/prorata_test_${process.pid}_deploy`;
const url = scratch.href;

afterEach(() => dropDatabase(url));

async function query(work: (client: Client) => Promise<unknown>) {
  const client = await connectToDatabase(url);
  await work(client).finally(() => client.end());
}

test("an absent database is made and brought up to date, once", async () => {
  const names = (await readMigrations()).map(({ name }) => name);

  expect((await deployMigrations(url)).applied).toEqual(names);
  expect((await deployMigrations(url)).applied).toEqual([]);
});

test("of two at the same moment, one applies", async () => {
  const migrations = await readMigrations();
  const results = await Promise.all([deployMigrations(url), deployMigrations(url)]);

  expect(results.flatMap(({ applied }) => applied)).toHaveLength(migrations.length);
});

test("a migration that failed is tried again", async () => {
  const [first] = await readMigrations();
  await query(async (client) => {
    await client.query(`CREATE TABLE _prisma_migrations (id varchar(36) PRIMARY KEY, checksum varchar(64) NOT NULL,
      finished_at timestamptz, migration_name varchar(255) NOT NULL, logs text, rolled_back_at timestamptz,
      started_at timestamptz NOT NULL DEFAULT now(), applied_steps_count integer NOT NULL DEFAULT 0)`);
    await client.query("INSERT INTO _prisma_migrations (id, checksum, migration_name) VALUES ('1', 'x', $1)", [
      first?.name,
    ]);
  });

  expect(await deployMigrations(url)).toMatchObject({ retried: [first?.name], unknown: [] });
});

test("somebody else's database is left alone", async () => {
  await createDatabase(url);
  await query((client) => client.query("CREATE TABLE theirs (id int)"));

  await expect(deployMigrations(url)).rejects.toThrow("contient déjà autre chose que Prorata");
});

test.for(["14.11 (Debian 14.11-1)", "9.6"])("PostgreSQL %s is refused", (version) => {
  expect(() => assertVersion(version)).toThrow("PostgreSQL 15 ou plus récent");
});

test.for(["15.0", "16.2", "18beta1"])("PostgreSQL %s is accepted", (version) => {
  expect(() => assertVersion(version)).not.toThrow();
});

test("an address that does not answer is told without its password", async () => {
  const refusal = connectToDatabase("postgresql://agent:motdepasse@127.0.0.1:9/prorata");

  await expect(refusal).rejects.toThrow("127.0.0.1:9/prorata n’est pas joignable");
  await expect(refusal).rejects.not.toThrow("motdepasse");
});

test("catalogs that differ are told apart", () => {
  const schema = new Map([
    ["column a.x", "int4"],
    ["column a.y", "text"],
  ]);
  const migrations = new Map([
    ["column a.x", "int8"],
    ["constraint a.positive", "CHECK"],
    ["constraint a.surprise", "CHECK"],
  ]);

  expect(compareCatalogs(schema, migrations, ["constraint a.positive", "constraint a.gone"])).toEqual([
    "dans le schéma, dans aucune migration : column a.y",
    "dans les migrations, ni dans le schéma ni dans hand-written.mjs : constraint a.surprise",
    "column a.x : « int4 » au schéma, « int8 » aux migrations",
    "dans hand-written.mjs, dans aucune migration : constraint a.gone",
  ]);
});
