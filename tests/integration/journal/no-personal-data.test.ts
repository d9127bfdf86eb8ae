import { beforeAll, expect, test } from "vitest";
import { operatorScope } from "@/lib/cli/operator-scope";
import { loadDemonstration } from "@/lib/services/load-demonstration";
import { createTestCollectivity, type TestCollectivity } from "../../support/create-test-collectivity";
import { emptyDatabase } from "../../support/empty-database";
import { createFormerResident } from "../../support/former-resident";
import { connectTestSql } from "../../support/test-sql";

const sql = connectTestSql();

/** What names a person: of every account, of everybody in a registry, of every contact. Nothing shorter than five signs. */
const PERSONAL = `
  SELECT 'name' AS kind, name AS word FROM "user"
  UNION SELECT 'e-mail', email FROM "user"
  UNION SELECT 'name', name FROM participant WHERE kind = 'natural'
  UNION SELECT 'address', address FROM participant WHERE kind = 'natural'
  UNION SELECT 'e-mail', email FROM participant
  UNION SELECT 'phone', phone FROM participant
  UNION SELECT 'last name', last_name FROM operation_party
  UNION SELECT 'e-mail', email FROM operation_party
  UNION SELECT 'phone', phone FROM operation_party
  UNION SELECT 'PRM', prm FROM metering_point
  UNION SELECT 'address', m.address FROM metering_point m JOIN participant p
    ON p.operation_id = m.operation_id AND p.id = m.participant_id AND p.kind = 'natural'`;

const findNamed = () =>
  sql(`SELECT DISTINCT e.action, e.object_type, p.kind
         FROM audit_event e JOIN (${PERSONAL}) p
           ON length(p.word) > 4
          AND strpos(lower(concat_ws(' ', e.object_id, e.before::text, e.after::text)), lower(p.word)) > 0`);

let collectivity: TestCollectivity;
beforeAll(async () => {
  await emptyDatabase(); // people of other tests are called what they like
  collectivity = await createTestCollectivity();
  await createFormerResident(collectivity, sql);
  await loadDemonstration(operatorScope, () => undefined);
}, 120_000);

test("no event of the demonstration, of an annexe 2, an import, a settlement or a consent names a person", async () => {
  const [counted] = await sql<{ events: number; words: number }>(
    `SELECT (SELECT count(*)::int FROM audit_event) AS events, (SELECT count(*)::int FROM (${PERSONAL}) p) AS words`,
  );
  expect(counted?.events).toBeGreaterThan(100);
  expect(counted?.words).toBeGreaterThan(20);
  expect(await findNamed()).toEqual([]);
});

test("a name that stood in an event would be found", async () => {
  await sql(
    `INSERT INTO audit_event (id, via, action, object_type, object_id, after)
     SELECT gen_random_uuid(), 'cli', 'rename.account', 'user', id::text, jsonb_build_object('name', upper(name))
       FROM "user" WHERE id = $1`,
    [collectivity.users.admin.id],
  );
  expect(await findNamed()).toContainEqual({ action: "rename.account", object_type: "user", kind: "name" });
});
