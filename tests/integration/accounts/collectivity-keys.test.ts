import { beforeAll, expect, test } from "vitest";
import { createApiKey } from "@/lib/services/accounts/create-api-key";
import { listCollectivityKeys } from "@/lib/services/accounts/list-collectivity-keys";
import { revokeCollectivityKey } from "@/lib/services/accounts/revoke-collectivity-key";
import { takeClimateSnapshot } from "@/lib/services/climate-plan/take-climate-snapshot";
import {
  createTestAccount,
  createTestCollectivity,
  type TestCollectivity,
  type TestUser,
} from "../../support/create-test-collectivity";
import { createTestOperation } from "../../support/create-test-operation";
import { connectTestSql } from "../../support/test-sql";

const sql = connectTestSql();

let own: TestCollectivity;
let other: TestCollectivity;

beforeAll(async () => {
  [own, other] = await Promise.all([createTestCollectivity(), createTestCollectivity("Commune voisine")]);
});

const make = ({ id, actor }: TestUser, operations?: readonly string[]) =>
  createApiKey(id, { name: "relève", scope: "write", days: 90, ...(operations && { operations }) }, actor, new Date());

const find = async ({ id }: TestCollectivity, keyId: string) =>
  (await listCollectivityKeys(id)).find((key) => key.id === keyId);

test("a key of two collectivities names in each list the operations of that one only", async () => {
  const [here, there] = [await createTestOperation(own), await createTestOperation(other)];
  const { officer } = own.users;
  await sql("INSERT INTO operation_role (operation_id, user_id, role) VALUES ($1, $2, 'officer')", [
    there.id,
    officer.id,
  ]);
  const both = await make(officer, [here.sheet.slug, there.sheet.slug]);
  const one = await make(officer, [here.sheet.slug]);
  const [hereNames, thereNames] = [[here.sheet.name], [there.sheet.name]];
  expect(await find(own, both.id)).toMatchObject({ operations: hereNames, isElsewhereToo: true });
  expect(await find(other, both.id)).toMatchObject({ operations: thereNames, isElsewhereToo: true });
  expect(await find(own, one.id)).toMatchObject({ operations: hereNames, isElsewhereToo: false });
  expect(await find(other, one.id)).toBeUndefined();
});

test("a key of the auditor is seen and revoked where he audits, while he does", async () => {
  const auditor = await createTestAccount(null);
  const snapshotId = await takeClimateSnapshot(own.id, own.users.admin.actor, "Avant l’audit");
  const { id } = await make(auditor);
  expect(await find(own, id)).toBeUndefined();
  await sql(
    `INSERT INTO climate_audit
       (id, collectivity_id, star, has_objectives_contract, auditor_id, started_at, start_snapshot_id)
     VALUES (gen_random_uuid(), $1, 1, false, $2, now(), $3)`,
    [own.id, auditor.id, snapshotId],
  );
  expect(await find(own, id)).toMatchObject({ operations: null, isElsewhereToo: false });
  expect(await find(other, id)).toBeUndefined();
  expect(await revokeCollectivityKey(other.id, id, other.users.admin.actor)).toBe(false);
  expect(await revokeCollectivityKey(own.id, id, own.users.admin.actor)).toBe(true);
  expect(await find(own, id)).toBeUndefined();
});
