import { randomUUID } from "node:crypto";
import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { civilDate } from "@/lib/domain/time/civil-date";
import { dismissSuspicion, restoreSuspicion } from "@/lib/services/measures/dismiss-suspicion";
import { findImportSuspicions } from "@/lib/services/measures/find-import-suspicions";
import { findOperationSuspicions } from "@/lib/services/measures/find-operation-suspicions";
import { listSuspicions } from "@/lib/services/measures/list-suspicions";
import { callApi } from "../../support/call-api";
import { createTestCollectivity, type TestCollectivity } from "../../support/create-test-collectivity";
import { createTestOperation, type TestOperation } from "../../support/create-test-operation";
import { expectRefusal } from "../../support/expect-answer";
import { importTestCurves } from "../../support/import-test-files";
import { connectTestSql } from "../../support/test-sql";

const sql = connectTestSql();

const START = civilDate("2026-06-01");
const JUNE = ["2026-06-01", "2026-06-30"] as const;
const STEPS_A_DAY = 48;

let collectivity: TestCollectivity;
let operation: TestOperation;

beforeAll(async () => {
  collectivity = await createTestCollectivity();
});

beforeEach(async () => {
  operation = await createTestOperation(collectivity, { startDay: START });
});

/** A load that never repeats itself, but for `zeroDays`, counted from 0, on which the meter says nothing is drawn. */
const importTownHall = (zeroDays: readonly number[]) =>
  importTestCurves(operation, [
    {
      point: "Mairie",
      days: JUNE,
      energyWh: (step) => (zeroDays.includes(Math.floor(step / STEPS_A_DAY)) ? 0 : 100 + ((step * 7919) % 997) / 10),
    },
  ]);

/** A roof whose night is as bright as its day, on the 10th. */
const importRoof = (nightWh: number) =>
  importTestCurves(operation, [
    {
      point: "Toiture",
      days: JUNE,
      energyWh: (step) => {
        const hour = (step % STEPS_A_DAY) / 2;
        const isNoon = hour > 9 && hour < 18;
        if (isNoon) return 2_000 + ((step * 7919) % 997);
        return step === 9 * STEPS_A_DAY + 2 ? nightWh : 0;
      },
    },
  ]);

const search = () => findOperationSuspicions(operation.id);
const openOf = async () =>
  (await listSuspicions(operation.id)).open.map(({ name, suspicion }) => [name, suspicion.reason, suspicion.from]);
const dismiss = (id: string, reason = "Fermée pour travaux") =>
  dismissSuspicion(operation.id, collectivity.users.officer.actor, { id, reason });
const onlyOpen = async () => {
  const { open } = await listSuspicions(operation.id);
  expect(open).toHaveLength(1);
  return open[0] as (typeof open)[number];
};

describe("a search", () => {
  test("keeps what it finds with its figures, and run again it doubles nothing", async () => {
    await importTownHall([3, 4]);
    await importRoof(500);
    await search();
    const once = await listSuspicions(operation.id);
    expect(await openOf()).toEqual([
      ["Toiture", "sun_down", "2026-06-10"],
      ["Mairie", "flat_zero", "2026-06-04"],
    ]);
    expect(once.open[1]?.suspicion).toMatchObject({
      kind: "flat",
      toExclusive: "2026-06-06",
      stepCount: 96,
      powerW: 0,
    });
    await Promise.all([search(), search()]);
    expect(await listSuspicions(operation.id)).toEqual(once);
  });

  test("forgets what a later file has mended, and finds what it brought", async () => {
    await importTownHall([3, 4]);
    await search();
    await importTownHall([20, 21, 22]);
    await search();
    expect(await openOf()).toEqual([["Mairie", "flat_zero", "2026-06-21"]]);
  });

  test("after an import looks at the points it touched, and leaves the others alone", async () => {
    await importTownHall([3, 4]);
    await search();
    await sql("UPDATE measure_suspicion SET details = details || '{\"powerW\": 1}' WHERE operation_id = $1", [
      operation.id,
    ]);
    const { id } = await importRoof(500);
    await findImportSuspicions(operation.id, id);
    const { open } = await listSuspicions(operation.id);
    expect(open.map(({ name }) => name)).toEqual(["Toiture", "Mairie"]);
    expect(open[1]?.suspicion).toMatchObject({ powerW: 1 });
  });

  test("does not look outside the perimeter", async () => {
    await importTownHall([3, 4]);
    await sql("UPDATE attachment SET from_day = '2026-06-10' WHERE operation_id = $1", [operation.id]);
    await search();
    expect(await openOf()).toEqual([]);
  });

  test("takes a storage unit for no roof, and a limit from the sheet", async () => {
    await importRoof(500);
    const set = (column: string, value: string) =>
      sql(`UPDATE metering_point SET ${column} = ${value} WHERE operation_id = $1 AND name = 'Toiture'`, [
        operation.id,
      ]);
    await set("is_storage", "true");
    await search();
    expect(await openOf()).toEqual([]);
    await set("peak_power_w", "5000");
    await search();
    expect((await openOf()).map(([, reason]) => reason)).toContain("above_peak");
  });

  test("of an operation on another step finds the same", async () => {
    await importTownHall([3, 4]);
    await sql("UPDATE operation SET step_minutes = 60 WHERE id = $1", [operation.id]);
    await search();
    expect(await openOf()).toEqual([["Mairie", "flat_zero", "2026-06-04"]]);
  });
});

describe("a suspicion found normal", () => {
  test("is listed apart with who, why and when, and stays so while its figures do", async () => {
    await importTownHall([3, 4]);
    await search();
    await dismiss((await onlyOpen()).id);
    await search();
    const { open, dismissed } = await listSuspicions(operation.id);
    expect(open).toEqual([]);
    expect(dismissed).toMatchObject([
      { dismissal: { reason: "Fermée pour travaux", authorName: expect.any(String), atMs: expect.any(Number) } },
    ]);
  });

  test("comes back when its figures change", async () => {
    await importTownHall([3, 4]);
    await search();
    await dismiss((await onlyOpen()).id);
    await importTownHall([3, 4, 5]);
    await search();
    expect((await onlyOpen()).suspicion).toMatchObject({ from: "2026-06-04", toExclusive: "2026-06-07" });
  });

  test("can be put back; both acts are in the trail, without the reason's words", async () => {
    await importTownHall([3, 4]);
    await search();
    const { id } = await onlyOpen();
    await dismiss(id);
    await expect(dismiss(id)).rejects.toMatchObject({ code: "SUSPICION_CHANGED" });
    await restoreSuspicion(operation.id, collectivity.users.officer.actor, id);
    await expect(restoreSuspicion(operation.id, collectivity.users.officer.actor, id)).rejects.toMatchObject({
      code: "SUSPICION_CHANGED",
    });
    expect(await onlyOpen()).toMatchObject({ id, dismissal: null });
    const trail = await sql<{ action: string; actor_user_id: string; after: Record<string, unknown> }>(
      "SELECT action, actor_user_id, after FROM audit_event WHERE object_id = $1 ORDER BY at",
      [id],
    );
    expect(trail.map(({ action }) => action)).toEqual(["dismiss.suspicion", "restore.suspicion"]);
    expect(trail[0]?.actor_user_id).toBe(collectivity.users.officer.id);
    expect(trail[0]?.after).toEqual({
      meteringPointId: operation.point("Mairie").id,
      quantity: "withdrawal",
      kind: "flat",
      from: "2026-06-04",
      to: "2026-06-06",
    });
  });

  test("of another operation is not there", async () => {
    await importTownHall([3, 4]);
    await search();
    const { id } = await onlyOpen();
    const other = await createTestOperation(collectivity);
    const { actor } = collectivity.users.officer;
    await expect(dismissSuspicion(other.id, actor, { id, reason: "x" })).rejects.toMatchObject({
      code: "SUSPICION_CHANGED",
    });
    await expect(restoreSuspicion(other.id, actor, randomUUID())).rejects.toMatchObject({ code: "SUSPICION_CHANGED" });
    expect(await onlyOpen()).toMatchObject({ id });
  });
});

describe("the API", () => {
  test("lists both kinds in words, to its members alone", async () => {
    await importTownHall([3, 4, 10, 11]);
    await search();
    const { open } = await listSuspicions(operation.id);
    await dismiss(open[0]?.id as string);
    const path = `/api/v1/operations/${operation.accNumber}/suspicions`;
    const response = await callApi(path, { key: await collectivity.users.elected.key("read") });
    expect(response.status).toBe(200);
    const answer = await response.json();
    const prm = operation.point("Mairie").prm;
    expect(answer).toMatchObject({
      suspicions: [{ prm, kind: "flat", from: "2026-06-04", toExclusive: "2026-06-06", dismissal: null }],
      dismissed: [{ prm, from: "2026-06-11", dismissal: { reason: "Fermée pour travaux" } }],
    });
    expect(answer.suspicions[0].title).toBe("Zéro pendant plusieurs jours");
    const stranger = await createTestCollectivity("Une autre commune");
    await expectRefusal(await callApi(path, { key: await stranger.users.admin.key("write") }), 404, "NOT_FOUND");
  });
});
