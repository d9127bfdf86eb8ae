import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { civilDate } from "@/lib/domain/time/civil-date";
import {
  importChangesSchema,
  measureImportSchema,
  submittedImportSchema,
  undoneImportSchema,
} from "@/lib/schemas/api/measure-import";
import { callApi } from "../../support/call-api";
import { createTestCollectivity, type TestCollectivity } from "../../support/create-test-collectivity";
import { createTestOperation, type TestOperation } from "../../support/create-test-operation";
import { expectAnswer, expectRefusal } from "../../support/expect-answer";
import { importTestCurves, namedCurveFile, type TestUpload } from "../../support/import-test-files";
import { daysOf, publishedUploads } from "../../support/mixed-upload";
import { connectTestSql } from "../../support/test-sql";

const sql = connectTestSql();
const MARCH = ["2026-03-01", "2026-03-31"] as const;

let collectivity: TestCollectivity;
let operation: TestOperation;
let key: string;

beforeAll(async () => {
  collectivity = await createTestCollectivity();
  key = await collectivity.users.officer.key("write");
});

beforeEach(async () => {
  operation = await createTestOperation(collectivity);
});

const address = (rest: string) => `/api/v1/operations/${operation.accNumber}/${rest}`;
const curve = (point: string, energyWh: number, days: readonly [string, string] = MARCH) =>
  namedCurveFile(operation, { point, days, energyWh });
const unknownWord = (file: TestUpload): TestUpload => ({ ...file, name: file.name.replace("Conso", "Machin") });

function send(files: readonly TestUpload[], query = "?hold=true"): Promise<Response> {
  const body = new FormData();
  for (const { name, bytes } of files) body.append("files", new Blob([Uint8Array.from(bytes)]), name);
  return callApi(address(`measures${query}`), { method: "POST", key, body });
}

async function hold(files: readonly TestUpload[]) {
  const { import: held } = await expectAnswer(await send(files), 202, submittedImportSchema);
  expect(held.status).toBe("waiting");
  return held;
}

const act = (id: string, verb: "confirm" | "cancel" | "undo", json: unknown = {}) =>
  callApi(address(`imports/${id}/${verb}`), { key, json });
const read = async (id: string) =>
  (await expectAnswer(await callApi(address(`imports/${id}`), { key }), 200, measureImportSchema)).import;

async function importNow(files: readonly TestUpload[]): Promise<string> {
  return (await expectAnswer(await send(files, ""), 201, submittedImportSchema)).import.id;
}

const COUNTED = ["load_curve_day", "published_energy", "imported_curve", "type_token_answer", "identifier_answer"];

async function countRows(): Promise<Record<string, number>> {
  const rows = await sql<Record<string, number>>(
    `SELECT ${COUNTED.map((table) => `(SELECT count(*)::int FROM ${table} WHERE operation_id = $1) AS ${table}`).join(", ")}`,
    [operation.id],
  );
  return rows[0] ?? {};
}

/** The current totals of some days of the town hall; null where nothing is known. [Wh] */
async function currentDays() {
  const rows = await sql<{ version: number; wh: number; missing: number }>(
    `SELECT version::int, total_wh AS wh, missing_count::int AS missing FROM load_curve_day
      WHERE operation_id = $1 AND metering_point_id = $2 AND day BETWEEN '2026-03-01' AND '2026-03-02'
        AND superseded_at IS NULL ORDER BY day`,
    [operation.id, operation.point("Mairie").id],
  );
  return rows.map(({ version, wh, missing }) => `v${version} ${missing > 0 ? "missing" : wh}`);
}

describe("an upload that is held", () => {
  test("is shown and writes nothing, then is written when it is confirmed", async () => {
    await importTestCurves(operation, [{ point: "Mairie", days: ["2026-03-01", "2026-03-02"], energyWh: 100 }]);
    const before = await countRows();
    const held = await hold([curve("Mairie", 150)]);
    expect(held.report?.totals).toMatchObject({ newDayCount: 29, correctedDayCount: 2, errorCount: 0 });
    expect(held.report?.changes).toMatchObject([
      { day: "2026-03-01", beforeWh: 4800, afterWh: 7200, differenceWh: 2400, changedCount: 48 },
      { day: "2026-03-02" },
    ]);
    expect(await countRows()).toEqual(before);

    const { import: done } = await expectAnswer(await act(held.id, "confirm"), 200, measureImportSchema);
    expect(done).toMatchObject({ status: "done", changedFrom: "2026-03-01", changedTo: "2026-03-31" });
    expect(await currentDays()).toEqual(["v2 7200", "v2 7200"]);
    const changes = await callApi(address(`imports/${held.id}/changes`), { key });
    expect(await expectAnswer(changes, 200, importChangesSchema)).toEqual({
      days: held.report?.changes,
      isCut: false,
    });
    await expectRefusal(await act(held.id, "confirm"), 422, "IMPORT_NOT_WAITING");
    await expectRefusal(await act(held.id, "cancel"), 422, "IMPORT_NOT_WAITING");
  });

  test("asks about an unknown word, once for all", async () => {
    const held = await hold([unknownWord(curve("Mairie", 100)), unknownWord(curve("École", 50))]);
    expect(held.report?.questions).toMatchObject([{ id: "type:machin", kind: "quantity", answer: null }]);
    expect(held.report?.files.map(({ outcome }) => outcome)).toEqual(["question", "question"]);
    await expectRefusal(await act(held.id, "confirm"), 422, "IMPORT_INCOMPLETE");
    await expectRefusal(
      await act(held.id, "confirm", { replies: { "type:machin": "bananas" } }),
      422,
      "IMPORT_INCOMPLETE",
    );
    const answered = await act(held.id, "confirm", { replies: { "type:machin": "withdrawal" } });
    const { import: done } = await expectAnswer(answered, 200, measureImportSchema);
    expect(done.report?.totals.newDayCount).toBe(62);
    expect(done.answers?.replies).toEqual({ "type:machin": "withdrawal" });

    const next = await expectAnswer(
      await send([unknownWord(curve("Mairie", 100, ["2026-04-01", "2026-04-30"]))], ""),
      201,
      submittedImportSchema,
    );
    expect(next.import.report?.questions).toMatchObject([{ answer: "withdrawal", isRemembered: true }]);
    const events = await sql(
      "SELECT object_id, before, after FROM audit_event WHERE action = $1 AND operation_id = $2",
      ["remember.type_token", operation.id],
    );
    expect(events).toEqual([{ object_id: "machin", before: null, after: { quantity: "withdrawal" } }]);
  });

  test("asks whose an unknown PRM is, and remembers it without naming it in the trail", async () => {
    const { prm } = operation.point("Mairie");
    const old = { ...curve("Mairie", 100), name: curve("Mairie", 100).name.replace(prm, "99999999999999") };
    const held = await hold([old]);
    expect(held.report?.questions).toMatchObject([{ id: "point:99999999999999", kind: "metering_point" }]);
    await expectAnswer(
      await act(held.id, "confirm", { replies: { "point:99999999999999": prm } }),
      200,
      measureImportSchema,
    );
    const trail = await sql<{ text: string }>(
      "SELECT audit_event::text AS text FROM audit_event WHERE operation_id = $1",
      [operation.id],
    );
    expect(trail.some(({ text }) => text.includes("remember.identifier"))).toBe(true);
    expect(trail.every(({ text }) => !text.includes("99999999999999") && !text.includes(prm))).toBe(true);
    await importNow([
      { ...curve("Mairie", 1, ["2026-05-01", "2026-05-02"]), name: "99999999999999_01052026_02052026_Conso_CDC.csv" },
    ]);
  });

  test("takes a kind its sender gives, or leaves the file aside", async () => {
    const file = { ...curve("Mairie", 100), name: "vacances.csv" };
    const held = await hold([file, { name: "notes.txt", bytes: new TextEncoder().encode("bonjour") }]);
    expect(held.report?.files.map(({ kind, outcome }) => [kind, outcome])).toEqual([
      ["load_curve", "question"],
      ["unknown", "refused"],
    ]);
    const replies = { "owner:vacances.csv": operation.point("Mairie").prm, "quantity:vacances.csv": "withdrawal" };
    const answered = await act(held.id, "confirm", { kinds: { "notes.txt": "set_aside" }, replies });
    const { import: done } = await expectAnswer(answered, 200, measureImportSchema);
    expect(done.report?.files.map(({ outcome }) => outcome)).toEqual(["imported", "set_aside"]);
  });

  test("can be abandoned, and stays in the list", async () => {
    const held = await hold([curve("Mairie", 100)]);
    const { import: given } = await expectAnswer(await act(held.id, "cancel"), 200, measureImportSchema);
    expect(given.status).toBe("cancelled");
    await expectRefusal(await act(held.id, "confirm"), 422, "IMPORT_NOT_WAITING");
    expect(await countRows()).toMatchObject({ load_curve_day: 0 });
    const file = await callApi(address(`imports/${held.id}/files/0`), { key });
    expect(new Uint8Array(await file.arrayBuffer())).toEqual(Uint8Array.from(curve("Mairie", 100).bytes));
    await expectRefusal(await callApi(address(`imports/${held.id}/files/1`), { key }), 404, "NOT_FOUND");
  });
});

describe("an import that is undone", () => {
  const two = ["2026-03-01", "2026-03-02"] as const;

  test("gives way to what stood before, and to nothing where nothing stood", async () => {
    await importNow([curve("Mairie", 100, ["2026-03-01", "2026-03-01"])]);
    const id = await importNow([curve("Mairie", 150, two)]);
    expect(await currentDays()).toEqual(["v2 7200", "v1 7200"]);
    const { undoId } = await expectAnswer(await act(id, "undo"), 201, undoneImportSchema);
    expect(await currentDays()).toEqual(["v3 4800", "v2 missing"]);
    expect(await read(id)).toMatchObject({ undoneById: undoId });
    expect(await read(undoId)).toMatchObject({ undoneId: id, status: "done", changedTo: "2026-03-02" });
    await expectRefusal(await act(id, "undo"), 422, "ALREADY_UNDONE");
    await expectRefusal(await act(undoId, "undo"), 422, "UNDO_OF_UNDO");
    await importNow([curve("Mairie", 150, two)]);
    expect(await currentDays()).toEqual(["v4 7200", "v3 7200"]);
  });

  test("is refused for days that a later one has changed, which are named", async () => {
    const id = await importNow([curve("Mairie", 100)]);
    const later = await importNow([curve("Mairie", 150, two)]);
    const details = await expectRefusal(await act(id, "undo"), 422, "CHANGED_SINCE");
    expect(details).toMatchObject({ importId: later, firstDay: "2026-03-01", lastDay: "2026-03-02", dayCount: 2 });
    expect(await currentDays()).toEqual(["v2 7200", "v2 7200"]);
  });

  test("brings back the figures it replaced", async () => {
    const march = daysOf(civilDate(MARCH[0]), civilDate(MARCH[1]));
    const [energy] = await publishedUploads(operation, march);
    if (!energy) throw new Error("no energies");
    const text = new TextDecoder().decode(energy.bytes);
    const corrected = { ...energy, bytes: new TextEncoder().encode(text.replace("134,70", "140,00")) };
    const first = await importNow([energy]);
    const second = await importNow([corrected]);
    const current = () =>
      sql<{ wh: number }>(
        `SELECT energy_wh AS wh FROM published_energy
          WHERE operation_id = $1 AND tariff_period = 'HP' AND superseded_at IS NULL`,
        [operation.id],
      );
    expect(await current()).toEqual([{ wh: 140_000 }]);
    await expectRefusal(await act(first, "undo"), 422, "CHANGED_SINCE");
    await expectAnswer(await act(second, "undo"), 201, undoneImportSchema);
    expect(await current()).toEqual([{ wh: 134_700 }]);
    await expectAnswer(await act(first, "undo"), 201, undoneImportSchema);
    expect(await current()).toEqual([]);
  });

  test("was written: one that waits or was refused has nothing to give back", async () => {
    const held = await hold([curve("Mairie", 100)]);
    await expectRefusal(await act(held.id, "undo"), 422, "NOT_IMPORTED");
    const foreign = await createTestOperation(collectivity);
    const path = `/api/v1/operations/${foreign.accNumber}/imports/${held.id}`;
    for (const verb of ["undo", "confirm", "cancel"]) {
      await expectRefusal(await callApi(`${path}/${verb}`, { key, json: {} }), 404, "NOT_FOUND");
    }
  });
});
