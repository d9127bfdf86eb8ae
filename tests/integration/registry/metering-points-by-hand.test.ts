import { randomUUID } from "node:crypto";
import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { findMeteringPoint } from "@/lib/data/metering-points";
import { civilDate } from "@/lib/domain/time/civil-date";
import { errorMessage } from "@/lib/format/error-message";
import { setCoefficientKey } from "@/lib/services/coefficients/set-coefficient-key";
import { addMeteringPoint } from "@/lib/services/registry/add-metering-point";
import { editMeteringPoint } from "@/lib/services/registry/edit-metering-point";
import { removeMeteringPoint } from "@/lib/services/registry/remove-metering-point";
import { createTestCollectivity, type TestCollectivity } from "../../support/create-test-collectivity";
import { createTestOperation, nextPrm, type TestOperation } from "../../support/create-test-operation";
import { importTestCurves } from "../../support/import-test-files";
import { addTestPoint, decideTestStays, testStays } from "../../support/registry-by-hand";
import { BARE_POINT } from "../../support/registry-details";
import { connectTestSql } from "../../support/test-sql";

const sql = connectTestSql();

const START = civilDate("2026-06-01");
const TODAY = civilDate("2026-06-15");
const SHARES = { Mairie: 500_000, École: 300_000 };

let collectivity: TestCollectivity;
let operation: TestOperation;

beforeAll(async () => {
  collectivity = await createTestCollectivity();
});

beforeEach(async () => {
  operation = await createTestOperation(collectivity, { startDay: START, key: SHARES });
});

const actor = () => collectivity.users.officer.actor;
const recordOf = async (prm: string) => {
  const record = await findMeteringPoint(operation.id, prm);
  if (!record) throw new Error("no such metering point");
  return record;
};
const remove = (prm: string) => removeMeteringPoint(operation, actor(), prm, TODAY);

describe("adding a metering point", () => {
  test("makes it take part from its day on, in each of its roles", async () => {
    const { prm, participantId, result } = await addTestPoint(operation, {
      roles: ["consumer", "producer"],
      day: "2026-07-01",
      details: { isStorage: true, peakPowerW: 5_000, latitudeDegrees: 42.7, longitudeDegrees: 2.75, voltage: "low" },
    });
    expect(result).toEqual({ status: "done" });
    expect(await testStays(operation, prm)).toEqual([
      ["consumer", "2026-07-01", null],
      ["producer", "2026-07-01", null],
    ]);
    expect(await recordOf(prm)).toMatchObject({
      name: BARE_POINT.name,
      isStorage: true,
      peakPowerW: 5_000,
      voltage: "low",
      participant: { id: participantId },
    });
  });

  test("tells beforehand that a static key does not name it, and writes nothing until that is agreed to", async () => {
    const { prm, participantId, result } = await addTestPoint(operation, { day: "2026-07-01", isConfirmed: false });
    expect(result).toEqual({ status: "unconfirmed", warnings: [{ code: "NOT_IN_KEY", day: "2026-07-01" }] });
    expect(await findMeteringPoint(operation.id, prm)).toBeNull();
    const again = {
      participantId,
      prm,
      roles: ["consumer"] as const,
      details: BARE_POINT,
      day: civilDate("2026-07-01"),
    };
    expect(await addMeteringPoint(operation, actor(), { ...again, isConfirmed: true })).toEqual({ status: "done" });
  });

  test.for([
    { what: "before the operation starts", day: "2026-05-31", code: "BEFORE_START" },
    {
      what: "a storage unit in one role",
      day: "2026-07-01",
      code: "STORAGE_NEEDS_BOTH_ROLES",
      details: { isStorage: true },
    },
  ])("$what is refused", async ({ code, ...point }) => {
    const prm = nextPrm();
    await expect(addTestPoint(operation, { prm, ...point })).rejects.toMatchObject({ code });
    expect(await findMeteringPoint(operation.id, prm)).toBeNull();
  });

  test("a PRM that the operation has, an unknown or an erased participant are refused", async () => {
    const { prm, participantId } = await addTestPoint(operation, { day: "2026-07-01" });
    const add = (change: { prm?: string; participantId?: string }) =>
      addMeteringPoint(operation, actor(), {
        participantId,
        prm: nextPrm(),
        roles: ["consumer"],
        details: BARE_POINT,
        day: civilDate("2026-07-01"),
        isConfirmed: true,
        ...change,
      });
    await expect(add({ prm })).rejects.toMatchObject({ code: "PRM_ALREADY_REGISTERED" });
    await expect(add({ participantId: randomUUID() })).rejects.toMatchObject({ code: "UNKNOWN_PARTICIPANT" });
    await sql("UPDATE participant SET erased_at = now() WHERE id = $1", [participantId]);
    await expect(add({})).rejects.toMatchObject({ code: "DATA_ERASED" });
  });
});

describe("a PRM that another operation holds", () => {
  async function refusal(body: () => Promise<unknown>) {
    const error = await body().then(
      () => null,
      (thrown: { code: string; details: unknown }) => thrown,
    );
    return { code: error?.code, message: error ? errorMessage(error.code, error.details) : "" };
  }

  test("is refused with the operation and its days inside one's own collectivity", async () => {
    const other = await createTestOperation(collectivity, { startDay: START });
    const { prm } = other.point("Mairie");
    const { code, message } = await refusal(() => addTestPoint(operation, { prm, day: "2026-07-01" }));
    expect(code).toBe("PRM_IN_OTHER_OPERATION");
    expect(message).toContain(other.accNumber);
    expect(message).toContain("depuis le 01/06/2026");
    expect(await findMeteringPoint(operation.id, prm)).toBeNull();
  });

  test("of another collectivity: the fact and nothing else", async () => {
    const other = await createTestOperation(await createTestCollectivity("Une autre commune"), { startDay: START });
    const { prm } = other.point("Mairie");
    const { code, message } = await refusal(() => addTestPoint(operation, { prm, day: "2026-07-01" }));
    expect(code).toBe("PRM_IN_OTHER_OPERATION");
    expect(message).toContain("déjà rattaché à une autre opération");
    expect(message).not.toMatch(new RegExp(`${other.accNumber}|tests|2026`));
  });

  test("goes to one of two operations that ask for it at once", async () => {
    const other = await createTestOperation(collectivity, { startDay: START });
    const prm = nextPrm();
    const asked = [operation, other].map((each) => addTestPoint(each, { prm, day: "2026-07-01" }));
    const outcomes = await Promise.allSettled(asked);
    expect(outcomes.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    const [lost] = outcomes.flatMap((outcome) => (outcome.status === "rejected" ? [outcome.reason.code] : []));
    expect(lost).toBe("PRM_IN_OTHER_OPERATION");
  });

  test("is refused by the database when a bounded stay would meet the other's days", async () => {
    const { prm } = await addTestPoint(operation, { day: "2026-06-20" });
    await decideTestStays(operation, prm, { kind: "exit", day: civilDate("2026-07-01"), cause: "organiser" });
    const other = await createTestOperation(collectivity, { startDay: START });
    await addTestPoint(other, { prm, day: "2026-07-01" });
    const { code, message } = await refusal(() =>
      decideTestStays(operation, prm, { kind: "correct_exit", day: civilDate("2026-07-02") }),
    );
    expect(code).toBe("PRM_IN_OTHER_OPERATION");
    expect(message).toContain(other.accNumber);
    expect(await testStays(operation, prm)).toEqual([["consumer", "2026-06-20", "2026-07-01"]]);
  });
});

describe("changing a metering point", () => {
  test("keeps its days, and the trail says which fields", async () => {
    const { prm } = await addTestPoint(operation, { day: "2026-07-01" });
    const { id } = await recordOf(prm);
    const details = { ...BARE_POINT, name: "Chez Ariane", address: "3 rue du Moulin", voltage: "low" as const };
    expect(await editMeteringPoint(operation, actor(), prm, details)).toBe(true);
    expect(await editMeteringPoint(operation, actor(), prm, details)).toBe(false);
    expect(await recordOf(prm)).toMatchObject({ name: "Chez Ariane", voltage: "low" });
    expect(await testStays(operation, prm)).toEqual([["consumer", "2026-07-01", null]]);
    const events = await sql<{ action: string; before: unknown; after: unknown }>(
      "SELECT action, before, after FROM audit_event WHERE object_id = $1 ORDER BY at",
      [id],
    );
    expect(events).toMatchObject([
      { action: "create.metering_point", after: { roles: ["consumer"], day: "2026-07-01" } },
      {
        action: "update.metering_point",
        before: { voltage: null },
        after: { fields: ["name", "address", "voltage"], voltage: "low" },
      },
    ]);
    expect(JSON.stringify(events)).not.toMatch(new RegExp(`Ariane|Moulin|${prm}`));
  });

  test("into a storage unit needs both roles", async () => {
    const { prm } = await addTestPoint(operation, { day: "2026-07-01" });
    const storage = editMeteringPoint(operation, actor(), prm, { ...BARE_POINT, isStorage: true });
    await expect(storage).rejects.toMatchObject({ code: "STORAGE_NEEDS_BOTH_ROLES" });
  });
});

describe("taking away a metering point entered by error", () => {
  test("is possible while its entry is to come", async () => {
    const { prm } = await addTestPoint(operation, { day: "2026-07-01" });
    await remove(prm);
    expect(await findMeteringPoint(operation.id, prm)).toBeNull();
  });

  test("is refused once it has taken part", async () => {
    const { prm } = await addTestPoint(operation, { day: TODAY });
    await expect(remove(prm)).rejects.toMatchObject({ code: "HAS_TAKEN_PART" });
  });

  test("is refused while a key gives it a share", async () => {
    const { prm } = await addTestPoint(operation, { day: "2026-07-01" });
    const { id } = await recordOf(prm);
    const key = { kind: "static" as const, from: civilDate("2026-07-01"), ppmByConsumer: new Map([[id, 100_000]]) };
    await setCoefficientKey(operation, actor(), key);
    await expect(remove(prm)).rejects.toMatchObject({ code: "USED_BY_KEYS" });
  });

  test("is refused when it has measures", async () => {
    await importTestCurves(operation, [{ point: "Mairie", days: ["2026-06-01", "2026-06-02"], energyWh: 1 }]);
    const { prm, id } = operation.point("Mairie");
    await sql("DELETE FROM attachment WHERE metering_point_id = $1", [id]);
    await expect(remove(prm)).rejects.toMatchObject({ code: "USED_BY_MEASURES" });
  });
});
