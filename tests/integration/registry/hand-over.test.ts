import { beforeAll, beforeEach, expect, test } from "vitest";
import { findMeteringPoint } from "@/lib/data/metering-points";
import { addDays, civilDate } from "@/lib/domain/time/civil-date";
import { readConsents } from "@/lib/services/consents/read-consents";
import { readPerimeter } from "@/lib/services/read-perimeter";
import { addParticipant } from "@/lib/services/registry/add-participant";
import { handOverMeteringPoint } from "@/lib/services/registry/hand-over-metering-point";
import { removeParticipant } from "@/lib/services/registry/remove-participant";
import { takeOverDays } from "@/lib/services/registry/take-over-days";
import { createTestCollectivity, type TestCollectivity } from "../../support/create-test-collectivity";
import { createTestOperation, nextPrm, type TestOperation } from "../../support/create-test-operation";
import { addTestPoint, decideTestStays, testStays } from "../../support/registry-by-hand";
import { RESIDENT } from "../../support/registry-details";
import { connectTestSql } from "../../support/test-sql";

const sql = connectTestSql();
const START = civilDate("2026-03-01");
const DAY = civilDate("2026-06-10");

let collectivity: TestCollectivity;
let operation: TestOperation;
let prm: string;
let former: string;
let next: string;

beforeAll(async () => {
  collectivity = await createTestCollectivity();
});

beforeEach(async () => {
  operation = await createTestOperation(collectivity, { startDay: START });
  ({ prm, participantId: former } = await addTestPoint(operation, { day: START }));
  next = await addParticipant(operation, actor(), { ...RESIDENT, name: "Émile Suivant", email: null });
});

const actor = () => collectivity.users.officer.actor;
const handOver = (change: Partial<Parameters<typeof handOverMeteringPoint>[2]> = {}) =>
  handOverMeteringPoint(operation, actor(), { prm, participantId: next, day: DAY, ...change });
const holders = async () =>
  (await findMeteringPoint(operation.id, prm))?.stays.map(({ holder, from, toExclusive }) => [
    holder.id,
    from,
    toExclusive,
  ]);

test("the stay is split on the day, its end goes with the next holder, and who counts is the same", async () => {
  await decideTestStays(operation, prm, { kind: "exit", day: civilDate("2026-09-01"), cause: "contract_ended" });
  const before = await testStays(operation, prm);
  await handOver();
  expect(await holders()).toEqual([
    [former, START, DAY],
    [next, DAY, "2026-09-01"],
  ]);
  const point = await findMeteringPoint(operation.id, prm);
  expect(point?.participant.id).toBe(next);
  expect(point?.stays.map(({ exitCause }) => exitCause)).toEqual([null, "contract_ended"]);
  expect(await testStays(operation, prm)).toEqual(before);
  const [event] = await sql(
    "SELECT before, after FROM audit_event WHERE operation_id = $1 AND action = 'transfer.metering_point'",
    [operation.id],
  );
  expect(event).toEqual({ before: { participantId: former }, after: { participantId: next, day: DAY } });
});

test("the operator's days move the first entry, not the day it changed hands", async () => {
  await handOver();
  const [ours, theirs] = [START, addDays(START, 4)].map((from) => ({ from, toExclusive: null }));
  if (!ours || !theirs) throw new Error("two stays were made");
  await takeOverDays(operation, actor(), [{ prm, role: "consumer", ours, theirs }]);
  expect(await holders()).toEqual([
    [former, theirs.from, DAY],
    [next, DAY, null],
  ]);
});

test("the list names who holds it on the day asked about", async () => {
  await handOver();
  const holderOn = async (day: typeof DAY) =>
    (await readPerimeter(operation.id, day)).rows.find((row) => row.prm === prm)?.participantId;
  expect([await holderOn(addDays(DAY, -1)), await holderOn(DAY)]).toEqual([former, next]);
});

test("each holder's consent is looked for on his own days", async () => {
  await handOver();
  const lacking = async (day: typeof DAY) =>
    (await readConsents(operation.id, day)).missing
      .filter((row) => row.prm === prm)
      .map(({ participantId, isEntering }) => [participantId, isEntering])
      .sort();
  expect(await lacking(addDays(DAY, -1))).toEqual(
    [
      [former, false],
      [next, true],
    ].sort(),
  );
  expect(await lacking(DAY)).toEqual([[next, false]]);
});

test("from its very first day on, the former holder has never held it", async () => {
  await handOver({ day: START });
  expect(await holders()).toEqual([[next, START, null]]);
  await removeParticipant(operation, actor(), former);
});

test("who has held it stays in the registry", async () => {
  await handOver();
  await expect(removeParticipant(operation, actor(), former)).rejects.toMatchObject({ code: "HAS_METERING_POINTS" });
});

test.for<readonly [string, () => Parameters<typeof handOver>[0]]>([
  ["UNKNOWN_METERING_POINT", () => ({ prm: nextPrm() })],
  ["UNKNOWN_PARTICIPANT", () => ({ participantId: collectivity.id })],
  ["ALREADY_HOLDER", () => ({ participantId: former })],
  ["BEFORE_START", () => ({ day: addDays(START, -1) })],
])("%s is refused, and nothing is written", async ([code, change]) => {
  await expect(handOver(change())).rejects.toMatchObject({ code });
  expect(await holders()).toEqual([[former, START, null]]);
});

test("whoever asked to be forgotten is given nothing", async () => {
  await sql("UPDATE participant SET restricted_at = now() WHERE operation_id = $1 AND id = $2", [operation.id, next]);
  await expect(handOver()).rejects.toMatchObject({ code: "DATA_ERASED" });
});
