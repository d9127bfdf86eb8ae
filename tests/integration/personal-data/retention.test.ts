import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { findPerson } from "@/lib/data/personal-data";
import { startQueue, stopQueue } from "@/lib/data/queue";
import { RETENTION_QUEUE } from "@/lib/data/queue-names";
import { addDays, type CivilDate } from "@/lib/domain/time/civil-date";
import { authorizeJob } from "@/lib/jobs/authorize-job";
import { startWorkers } from "@/lib/jobs/start-workers";
import { eraseExpired } from "@/lib/services/personal-data/erase-expired";
import { createTestCollectivity, type TestCollectivity } from "../../support/create-test-collectivity";
import { createTestOperation } from "../../support/create-test-operation";
import { emptyQueue } from "../../support/empty-queue";
import { createFormerResident, type FormerResident, KEPT_UNTIL } from "../../support/former-resident";
import { connectTestSql } from "../../support/test-sql";

const sql = connectTestSql();
const JOB = { userId: null, via: "job" } as const;

let collectivity: TestCollectivity;
beforeAll(async () => {
  collectivity = await createTestCollectivity();
});
afterAll(stopQueue);

const nightOf = (day: CivilDate) => eraseExpired(JOB, authorizeJob, day);
const isErased = async ({ operation, participantId }: FormerResident) =>
  (await findPerson(operation.id, participantId))?.erasedAt !== null;

test("a person is erased the night the five years are over, asked for or not, and the journal says so", async () => {
  const resident = await createFormerResident(collectivity, sql);
  await nightOf(addDays(KEPT_UNTIL, -1));
  expect(await isErased(resident)).toBe(false);
  expect((await nightOf(KEPT_UNTIL)).erased).toBeGreaterThan(0);
  expect(await isErased(resident)).toBe(true);
  expect(await nightOf(KEPT_UNTIL)).toEqual({ erased: 0, failed: 0 });
  expect(
    await sql("SELECT action, via, actor_user_id FROM audit_event WHERE object_id = $1", [resident.participantId]),
  ).toEqual([{ action: "erase.participant", via: "job", actor_user_id: null }]);
});

test("who never took part, who still does, and legal bodies stay, however late it is", async () => {
  const operation = await createTestOperation(collectivity);
  await sql(
    `INSERT INTO participant (operation_id, id, kind, name) VALUES ($1, gen_random_uuid(), 'natural', 'Paul Nouveau')`,
    [operation.id],
  );
  await sql("UPDATE participant SET kind = 'natural' WHERE operation_id = $1 AND legal_id IS NOT NULL", [operation.id]);
  const former = await createFormerResident(collectivity, sql);
  await sql("UPDATE participant SET kind = 'legal' WHERE operation_id = $1 AND id = $2", [
    former.operation.id,
    former.participantId,
  ]);
  await nightOf("2045-01-01" as CivilDate);
  const [row] = await sql("SELECT count(*)::int FROM participant WHERE operation_id = $1 AND erased_at IS NULL", [
    operation.id,
  ]);
  expect(row).toEqual({ count: 2 });
  expect(await isErased(former)).toBe(false);
});

test("one erasure that fails leaves its person whole and stops no other", async () => {
  const [broken, other] = [
    await createFormerResident(collectivity, sql),
    await createFormerResident(collectivity, sql),
  ];
  await sql("UPDATE kept_file SET content = 'no gzip', is_gzipped = true WHERE operation_id = $1", [
    broken.operation.id,
  ]);
  const before = await findPerson(broken.operation.id, broken.participantId);
  expect((await nightOf(KEPT_UNTIL)).failed).toBe(1);
  expect(await findPerson(broken.operation.id, broken.participantId)).toEqual(before);
  expect(await isErased(other)).toBe(true);
  await sql("UPDATE participant SET kind = 'legal' WHERE operation_id = $1", [broken.operation.id]);
});

test("the workers do it when its job comes, and plan it for every night in Paris", async () => {
  const resident = await createFormerResident(collectivity, sql);
  await emptyQueue(sql);
  const boss = await startQueue();
  expect(await boss.getSchedules(RETENTION_QUEUE)).toMatchObject([{ cron: "30 3 * * *", timezone: "Europe/Paris" }]);
  await boss.send(RETENTION_QUEUE, {});
  await startWorkers(); // they look at once, then every few seconds
  await vi.waitFor(async () => expect(await isErased(resident)).toBe(true), { timeout: 45_000, interval: 200 });
}, 60_000);
