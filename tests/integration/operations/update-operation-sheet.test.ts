import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { listMeteringPoints } from "@/lib/data/metering-points";
import type { OperationChange } from "@/lib/data/operation-sheets";
import { findOperation } from "@/lib/data/operations";
import { addDays, civilDate } from "@/lib/domain/time/civil-date";
import { readCoefficients } from "@/lib/services/coefficients/read-coefficients";
import { listOperationDeadlines } from "@/lib/services/deadlines/list-operation-deadlines";
import { recordLetter } from "@/lib/services/letters/record-letter";
import { readOperationSheet } from "@/lib/services/operations/read-operation-sheet";
import { updateOperationSheet } from "@/lib/services/operations/update-operation-sheet";
import { annex2File, applyTestAnnex2 } from "../../support/annex-2-file";
import { createTestCollectivity, type TestCollectivity } from "../../support/create-test-collectivity";
import { createTestOperation, type TestOperation } from "../../support/create-test-operation";
import { importTestCurves } from "../../support/import-test-files";
import { connectTestSql } from "../../support/test-sql";

const sql = connectTestSql();

const TODAY = civilDate("2026-05-02");
const START = civilDate("2026-03-01");
const REFERENT = { lastName: "BILLES", firstName: "Jean-Paul", phone: "0468920010", email: "jp@pezilla.example" };

let collectivity: TestCollectivity;
let operation: TestOperation;

beforeAll(async () => {
  collectivity = await createTestCollectivity();
});

beforeEach(async () => {
  operation = await createTestOperation(collectivity, { startDay: START, key: "default" });
});

const actor = () => collectivity.users.officer.actor;
const change = (values: OperationChange, of = operation) =>
  updateOperationSheet(of.id, actor(), { operation: values }, TODAY);
const readSheet = () => readOperationSheet(operation, civilDate("2026-05-02"));

const events = (action: string) =>
  sql<{ before: unknown; after: unknown }>(
    "SELECT before, after FROM audit_event WHERE operation_id = $1 AND action = $2 ORDER BY at",
    [operation.id, action],
  );

describe("a party", () => {
  const write = (values: object) => updateOperationSheet(operation.id, actor(), { party: "referent", values }, TODAY);

  test("is written, changed, and gone when nothing is said of it any more", async () => {
    await write(REFERENT);
    expect((await readSheet()).parties.referent).toMatchObject(REFERENT);
    await write({ ...REFERENT, email: null });
    expect((await readSheet()).parties.referent).toMatchObject({ ...REFERENT, email: null });
    await write({});
    expect((await readSheet()).parties.referent).toBeUndefined();
  });

  test("leaves a trail of field names that names nobody, and none when nothing changed", async () => {
    await write(REFERENT);
    await write(REFERENT);
    await write({ ...REFERENT, phone: "0468000000" });
    const trail = await events("update.operation_party");
    expect(trail.map(({ after }) => after)).toEqual([
      { role: "referent", fields: ["lastName", "firstName", "phone", "email"] },
      { role: "referent", fields: ["phone"] },
    ]);
    expect(trail.map(({ before }) => before)).toEqual([null, null]);
  });

  test("keeps no field that the convention does not ask of it", async () => {
    await write({ ...REFERENT, siret: "21660140100120" });
    expect((await readSheet()).parties.referent?.siret).toBeNull();
  });
});

describe("the signature of the convention", () => {
  const start = async (day: string) => {
    const sheet = await findOperation(operation.id);
    if (!sheet) throw new Error("the operation is gone");
    const deadlines = await listOperationDeadlines([{ id: operation.id, sheet, mayReadWords: true }], civilDate(day));
    return deadlines.filter(({ rule }) => rule === "start-notice").map(({ state, dueDay }) => [state.kind, dueDay]);
  };

  test("makes the DSO owe a start date, until its letter or the first measures are there", async () => {
    expect(await start("2026-02-20")).toEqual([]);
    await change({ conventionSignedDay: civilDate("2026-02-02") });
    expect(await events("update.operation")).toEqual([
      { before: { conventionSignedDay: null }, after: { conventionSignedDay: "2026-02-02" } },
    ]);
    // The fifth working day after Monday 2 February.
    expect(await start("2026-02-10")).toEqual([["late", "2026-02-09"]]);
    const letter = { kind: "start_notice" as const, receivedDay: civilDate("2026-02-10"), effectDay: START };
    const told = { ...letter, sentDay: null, meteringPointId: null, isImmediate: false, reference: null };
    const id = await recordLetter(operation.id, actor(), told, TODAY);
    expect(await start("2026-02-20")).toEqual([["done", "2026-02-09"]]);
    await sql("DELETE FROM convention_letter WHERE id = $1", [id]);
    await importTestCurves(operation, [{ point: "Toiture", days: ["2026-03-01", "2026-03-02"], energyWh: 100 }]);
    expect(await start("2026-03-20")).toEqual([]);
  });

  test("is not of a day to come, and can be taken back", async () => {
    const refused = { code: "DAY_IN_FUTURE", details: { field: "conventionSignedDay" } };
    await expect(change({ conventionSignedDay: addDays(TODAY, 1) })).rejects.toMatchObject(refused);
    await change({ conventionSignedDay: TODAY });
    await change({ conventionSignedDay: null });
    expect(await findOperation(operation.id)).toMatchObject({ conventionSignedDay: null });
  });
});

describe("the operation itself", () => {
  test("is changed with a trail of what changed only", async () => {
    await change({ name: "Pézilla", place: null, proximityKind: "derogation", derogationBasis: "rural" });
    expect(await findOperation(operation.id)).toMatchObject({ name: "Pézilla", derogationBasis: "rural" });
    expect(await events("update.operation")).toEqual([
      {
        before: { name: "Opération des tests", proximityKind: null, derogationBasis: null },
        after: { name: "Pézilla", proximityKind: "derogation", derogationBasis: "rural" },
      },
    ]);
  });

  test("counts who took part at the start and who does now", async () => {
    const upload = await annex2File(operation, { kind: "default", consumers: { Mairie: {} } });
    expect((await applyTestAnnex2(operation, upload, civilDate("2026-05-01"))).status).toBe("applied");
    expect(await readSheet()).toMatchObject({
      atStart: { day: START, producers: 1, consumers: 2 },
      now: { day: "2026-05-02", producers: 1, consumers: 1 },
      renewable: "unknown",
      mayChangeCalendar: true,
    });
  });

  test("takes the number another operation has in no case", async () => {
    const other = await createTestOperation(collectivity);
    const refusal = { code: "ACC_NUMBER_TAKEN", details: { field: "accNumber", holder: other.sheet.name } };
    await expect(change({ accNumber: other.accNumber })).rejects.toMatchObject(refusal);
    const foreign = await createTestOperation(await createTestCollectivity("Une autre commune"));
    const error = await change({ accNumber: foreign.accNumber }).catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({ code: "ACC_NUMBER_TAKEN", details: { field: "accNumber" } });
    expect(JSON.stringify(error)).not.toContain(foreign.sheet.name);
    expect(await findOperation(operation.id)).toEqual(operation.sheet);
  });
});

describe("the calendar", () => {
  test.for(["2026-02-01", "2026-04-01"])("moves to %s with what began that day", async (day) => {
    const start = civilDate(day);
    await change({ startDay: start, monthlyAnniversaryDay: 15, stepMinutes: 10 });
    expect(await findOperation(operation.id)).toMatchObject({
      startDay: start,
      monthlyAnniversaryDay: 15,
      stepMinutes: 10,
    });
    const points = await listMeteringPoints(operation.id);
    expect(points.flatMap(({ attachments }) => attachments.map(({ from }) => from))).toEqual([start, start, start]);
    expect((await readCoefficients(operation.id, start)).inForce).toMatchObject({ kind: "default", from: start });
  });

  test("does not move past what happens later", async () => {
    const upload = await annex2File(operation, { kind: "default", consumers: { Mairie: {} } });
    await applyTestAnnex2(operation, upload, civilDate("2026-05-01"));
    await expect(change({ startDay: civilDate("2026-05-01") })).rejects.toMatchObject({ code: "START_AFTER_CHANGES" });
    await change({ startDay: civilDate("2026-04-30") });
    expect(await findOperation(operation.id)).toMatchObject({ startDay: "2026-04-30" });
  });

  test("does not change under measures, but the rest does", async () => {
    await importTestCurves(operation, [{ point: "Mairie", days: ["2026-03-01", "2026-03-02"], energyWh: 100 }]);
    const { startDay, monthlyAnniversaryDay, stepMinutes } = operation.sheet;
    for (const other of [{ startDay: civilDate("2026-02-01") }, { monthlyAnniversaryDay: 2 }, { stepMinutes: 60 }]) {
      const values = { startDay, monthlyAnniversaryDay, stepMinutes, ...other };
      await expect(change(values)).rejects.toMatchObject({ code: "CALENDAR_IN_USE" });
    }
    await change({ name: "Pézilla", startDay, monthlyAnniversaryDay, stepMinutes });
    expect(await findOperation(operation.id)).toEqual({ ...operation.sheet, name: "Pézilla" });
    expect((await readSheet()).mayChangeCalendar).toBe(false);
  });
});
