import type pg from "pg";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { APPEND_ONLY, listChangeableTables } from "@/prisma/application-privileges.mjs";
import { connectToDatabase, dropDatabase, dropUser } from "@/prisma/connect-to-database.mjs";
import { deployMigrations } from "@/prisma/deploy-migrations.mjs";

const ROLE = `prorata_test_${process.pid}_app`;
const ownerUrl = addressOf(process.env.TEST_DATABASE_OWNER_URL ?? "");
const applicationUrl = addressOf(ownerUrl, ROLE, "premier-mot-de-passe");

let application: pg.Client;

beforeAll(async () => {
  // As an installation of before: one user, and a queue that he made.
  expect((await deployMigrations(ownerUrl)).isProtected).toBe(false);
  const owner = await connectToDatabase(ownerUrl);
  await owner.query(
    `CREATE TABLE queue.job (id int GENERATED ALWAYS AS IDENTITY); INSERT INTO queue.job DEFAULT VALUES`,
  );
  await owner.query(`INSERT INTO audit_event (id, via, action, object_type, object_id)
                     VALUES (gen_random_uuid(), 'cli', 'create.account', 'user', 'x')`);
  await owner.end();
  expect((await deployMigrations(applicationUrl, ownerUrl)).isProtected).toBe(true);
  application = await connectToDatabase(applicationUrl);
});

afterAll(async () => {
  await application.end();
  await dropDatabase(ownerUrl);
  await dropUser(ownerUrl, ROLE);
});

const REFUSED = "42501";

test.for([
  ...APPEND_ONLY.flatMap((table) => [`DELETE FROM ${table}`, `TRUNCATE ${table} CASCADE`]),
  "UPDATE audit_event SET action = 'x'",
  "SELECT id FROM audit_event FOR UPDATE",
  "INSERT INTO audit_event (id, via, action, object_type, object_id) SELECT id, via, action, object_type, 'y' FROM audit_event ON CONFLICT (id) DO UPDATE SET object_id = 'y'",
  "ALTER TABLE audit_event DISABLE TRIGGER audit_event_append_only",
  "ALTER TABLE audit_event DISABLE TRIGGER ALL",
  "ALTER TABLE audit_event OWNER TO CURRENT_USER",
  "ALTER TABLE audit_event ALTER COLUMN action DROP NOT NULL",
  "DROP TABLE audit_event",
  "DROP TRIGGER audit_event_append_only ON audit_event",
  "DROP FUNCTION refuse_change() CASCADE",
  "CREATE OR REPLACE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END'",
  "CREATE TRIGGER t BEFORE INSERT ON audit_event FOR EACH ROW EXECUTE FUNCTION refuse_change()",
  "CREATE RULE r AS ON INSERT TO audit_event DO INSTEAD NOTHING",
  "CREATE TABLE other (id int)",
  "CREATE SCHEMA other",
  "SET session_replication_role = replica",
  `ALTER ROLE ${ROLE} SUPERUSER`,
  `ALTER ROLE ${ROLE} CREATEROLE`,
  `CREATE ROLE ${ROLE}_other LOGIN`,
  "COPY audit_event FROM PROGRAM 'true'",
  "COPY audit_event TO '/tmp/trail'",
  "COPY _prisma_migrations FROM STDIN",
  "UPDATE _prisma_migrations SET finished_at = NULL",
  "DO $$ BEGIN EXECUTE format('SET ROLE %I', (SELECT relowner::regrole::text FROM pg_class WHERE relname = 'audit_event')); END $$",
])("the application cannot: %s", async (statement) => {
  // CASCADE looks at every table that refers to this one, and says the first it may not empty.
  await expect(application.query(statement)).rejects.toMatchObject({ code: expect.stringMatching(/^(42501|42P17)$/) });
});

test("the application gives itself no right", async () => {
  await application.query("GRANT ALL ON audit_event TO CURRENT_USER"); // a warning, and nothing given
  await expect(application.query("UPDATE audit_event SET action = 'x'")).rejects.toMatchObject({ code: REFUSED });
});

test("the application reads the trail, adds to it, and what it lists is all there is", async () => {
  await application.query(`INSERT INTO audit_event (id, via, action, object_type, object_id)
                           VALUES (gen_random_uuid(), 'cli', 'create.account', 'user', 'z')`);
  const { rows } = await application.query("SELECT object_id FROM audit_event ORDER BY object_id");
  expect(rows.map(({ object_id }) => object_id)).toEqual(["x", "z"]);
});

test("the queue that the owner had made is the application's, with its jobs", async () => {
  await application.query("ALTER TABLE queue.job ADD COLUMN data text");
  await application.query("INSERT INTO queue.job DEFAULT VALUES");
  expect((await application.query("SELECT id FROM queue.job")).rows).toHaveLength(2);
});

test("done again it changes nothing; a right given by hand is taken away", async () => {
  const owner = await connectToDatabase(ownerUrl);
  const rights = async () =>
    (
      await owner.query(
        "SELECT relname, relacl::text, xmin::text FROM pg_class WHERE relnamespace = 'public'::regnamespace",
      )
    ).rows;
  const before = await rights();
  await deployMigrations(applicationUrl, ownerUrl);
  expect(await rights()).toEqual(before);

  await owner.query(`GRANT UPDATE ON audit_event TO ${ROLE}; GRANT DELETE ON settlement_run TO PUBLIC`);
  await deployMigrations(applicationUrl, ownerUrl);
  await expect(application.query("UPDATE audit_event SET action = 'x'")).rejects.toMatchObject({ code: REFUSED });
  await expect(application.query("DELETE FROM settlement_run")).rejects.toMatchObject({ code: REFUSED });
  await owner.end();
});

describe("a user who could change the trail all the same is refused", () => {
  const DATABASE = new URL(ownerUrl).pathname.slice(1);
  test.for([
    {
      by: "a role that writes everywhere",
      give: `GRANT pg_write_all_data TO ${ROLE}`,
      take: `REVOKE pg_write_all_data FROM ${ROLE}`,
    },
    {
      by: "a role he must first become",
      give: `GRANT pg_write_all_data TO ${ROLE} WITH INHERIT FALSE`,
      take: `REVOKE pg_write_all_data FROM ${ROLE}`,
    },
    { by: "making users", give: `ALTER ROLE ${ROLE} CREATEROLE`, take: `ALTER ROLE ${ROLE} NOCREATEROLE` },
    {
      by: "owning the schema",
      give: `ALTER SCHEMA public OWNER TO ${ROLE}`,
      take: "ALTER SCHEMA public OWNER TO pg_database_owner",
    },
    {
      by: "owning the database",
      give: `ALTER DATABASE ${DATABASE} OWNER TO ${ROLE}`,
      take: `ALTER DATABASE ${DATABASE} OWNER TO CURRENT_USER`,
    },
  ])("by $by", async ({ give, take }) => {
    const owner = await connectToDatabase(ownerUrl);
    try {
      await owner.query(give);
      await expect(deployMigrations(applicationUrl, ownerUrl)).rejects.toThrow(
        "peut changer anniversary_move, audit_event",
      );
      expect(await listChangeableTables(application)).toEqual(APPEND_ONLY);
    } finally {
      await owner.query(take);
      await owner.end();
    }
    expect(await listChangeableTables(application)).toEqual([]);
  });
});

test("a right on one column is seen, and taken away", async () => {
  const owner = await connectToDatabase(ownerUrl);
  await owner.query(`GRANT UPDATE (action) ON audit_event TO ${ROLE}`);
  expect(await listChangeableTables(application)).toEqual(["audit_event"]);
  await deployMigrations(applicationUrl, ownerUrl);
  expect(await listChangeableTables(application)).toEqual([]);
  await owner.end();
});

test("a new password in the address is the user's", async () => {
  const changed = addressOf(ownerUrl, ROLE, "second : mot / de passe");
  await deployMigrations(changed, ownerUrl);
  await (await connectToDatabase(changed)).end();
  await expect(connectToDatabase(applicationUrl)).rejects.toThrow("n’est pas joignable");
});

test("without the owner's address nothing may be left to apply", async () => {
  const changed = addressOf(ownerUrl, ROLE, "second : mot / de passe");
  expect(await deployMigrations(changed)).toMatchObject({ applied: [], isProtected: true });
  const owner = await connectToDatabase(ownerUrl);
  const [last] = (await owner.query("SELECT migration_name FROM _prisma_migrations ORDER BY 1 DESC LIMIT 1")).rows;
  await owner.query("UPDATE _prisma_migrations SET rolled_back_at = now() WHERE migration_name = $1", [
    last.migration_name,
  ]);
  await owner.end();
  await expect(deployMigrations(changed)).rejects.toThrow("DATABASE_OWNER_URL");
});

function addressOf(address: string, user?: string, password?: string): string {
  const url = new URL(address);
  url.pathname = `/prorata_test_${process.pid}_user`;
  if (user) url.username = user;
  if (password) url.password = encodeURIComponent(password);
  return url.href;
}
