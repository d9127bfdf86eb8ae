import ExcelJS from "exceljs";
import { beforeAll, describe, expect, test } from "vitest";
import { civilDate } from "@/lib/domain/time/civil-date";
import { parisMidnightMs } from "@/lib/domain/time/paris-midnight-ms";
import { explorerSchema } from "@/lib/schemas/api/explorer";
import { decideMeasure } from "@/lib/services/measures/decide-measure";
import { callApi } from "../../support/call-api";
import { createTestCollectivity } from "../../support/create-test-collectivity";
import { createTestOperation, type TestOperation } from "../../support/create-test-operation";
import { expectAnswer, expectRefusal } from "../../support/expect-answer";
import { importTestCurves } from "../../support/import-test-files";
import { connectTestSql } from "../../support/test-sql";

const sql = connectTestSql();
const HALF_HOUR_MS = 1_800_000;

let operation: TestOperation;
let key: string;

beforeAll(async () => {
  const collectivity = await createTestCollectivity();
  operation = await createTestOperation(collectivity, { startDay: civilDate("2026-03-01") });
  key = await collectivity.users.elected.key("read");
  await importTestCurves(operation, [
    { point: "Toiture", days: ["2026-03-01", "2026-06-30"], energyWh: 1_000 },
    { point: "Mairie", days: ["2026-03-01", "2026-06-30"], energyWh: (step) => step % 7 },
    // Missing: one hour, which is interpolated; 3 March from 10:00 to 12:00, which no week before can give.
    { point: "École", days: ["2026-03-01", "2026-03-20"], energyWh: (step) => (isHole(step) ? Number.NaN : 10) },
  ]);
  await decideMeasure(operation, collectivity.users.officer.actor, {
    meteringPointId: operation.point("École").id,
    quantity: "withdrawal",
    kind: "value",
    startMs: parisMidnightMs(civilDate("2026-03-05")),
    endMs: parisMidnightMs(civilDate("2026-03-05")) + HALF_HOUR_MS,
    powerW: 500,
    reason: "Relevé sur place",
  });
});

const isHole = (step: number) => (step >= 10 && step < 12) || (step >= 2 * 48 + 20 && step < 2 * 48 + 24);

function read(query: Record<string, string>, headers: Record<string, string> = {}) {
  const asked = new URLSearchParams({ curves: "consumers", from: "2026-03-01", to: "2026-03-06", ...query });
  return callApi(`/api/v1/operations/${operation.accNumber}/explorer?${asked}`, { key, headers });
}

async function readJson(query: Record<string, string> = {}) {
  return (await expectAnswer(await read(query), 200, explorerSchema)).explorer;
}

async function storedDays(name: string, from: string, to: string) {
  const rows = await sql(
    `SELECT total_wh FROM load_curve_day WHERE metering_point_id = $1 AND day >= $2 AND day < $3
       AND superseded_at IS NULL ORDER BY day`,
    [operation.point(name).id, from, to],
  );
  return rows.map(({ total_wh }) => Number(total_wh));
}

describe("a curve", () => {
  test("of a metering point is worth its stored days, across a clock change", async () => {
    const query = { curves: operation.point("Mairie").prm, from: "2026-03-15", to: "2026-06-20", grain: "day" };
    const { curves, starts, grain } = await readJson(query);
    expect(grain).toBe("day");
    expect(curves).toHaveLength(1);
    expect(curves[0]?.energyWh).toEqual(await storedDays("Mairie", "2026-03-15", "2026-06-20"));
    expect(starts.slice(14, 16)).toEqual(["2026-03-28T23:00:00.000Z", "2026-03-29T22:00:00.000Z"]); // 23 hours apart
    expect(curves[0]?.maxW[0]).toBe(12); // 6 Wh in half an hour
  });

  test("is the sum of a group, and missing where one member is", async () => {
    const { curves } = await readJson({ curves: `consumers,${operation.point("École").prm}` });
    const [group, school] = curves;
    expect(group).toMatchObject({ subject: "consumers", memberCount: 2, incompleteSteps: 4, totalWh: null });
    expect(school).toMatchObject({
      subject: "point",
      name: "École",
      incompleteSteps: 4,
      correctedSteps: 2,
      manualSteps: 1,
    });
    expect(school?.energyWh.slice(9, 13)).toEqual([10, 10, 10, 10]);
    expect(school?.state.slice(9, 13)).toEqual(["measured", "corrected", "corrected", "measured"]);
    expect(school?.energyWh.slice(2 * 48 + 19, 2 * 48 + 25)).toEqual([10, null, null, null, null, 10]);
    expect(school?.energyWh[4 * 48]).toBe(250);
    expect(school?.state[4 * 48]).toBe("manual");
    expect(group?.energyWh[9]).toBe(10 + 2);
    expect(group?.energyWh[2 * 48 + 20]).toBeNull();
  });

  test("adds up choices in one for each quantity, a metering point once", async () => {
    const { curves } = await readJson({ curves: `consumers,${operation.point("Mairie").prm},producers`, sum: "true" });
    expect(curves.map(({ quantity, memberCount }) => [quantity, memberCount])).toEqual([
      ["injection", 1],
      ["withdrawal", 2],
    ]);
  });

  test("of a participant has what it draws and what it feeds in", async () => {
    const rows = await sql("SELECT id FROM participant WHERE operation_id = $1", [operation.id]);
    const { curves } = await readJson({ curves: `participant:${rows[0]?.id}` });
    expect(curves.map(({ subject, quantity, memberCount }) => [subject, quantity, memberCount])).toEqual([
      ["participant", "injection", 1],
      ["participant", "withdrawal", 2],
    ]);
  });

  test("never has more than 1 500 points, and says by what it is summed up", async () => {
    const month = await readJson({ curves: "producers", from: "2026-04-01", to: "2026-05-01", grain: "step" });
    expect([month.grain, month.starts.length]).toEqual(["step", 30 * 48]);
    const quarter = await readJson({ curves: "producers", from: "2026-03-01", to: "2026-06-01", grain: "step" });
    expect([quarter.grain, quarter.starts.length]).toEqual(["day", 92]);
  });

  test("of somebody else is unknown, without a word of why", async () => {
    const stranger = await createTestOperation(await createTestCollectivity("Une autre commune"));
    const { prm } = stranger.point("Mairie");
    expect(await readJson({ curves: prm })).toMatchObject({ curves: [], starts: [], unknown: [prm] });
  });

  test("before a metering point takes part is of nobody, not missing", async () => {
    const { curves } = await readJson({ from: "2026-02-27", to: "2026-03-02", grain: "day" });
    expect(curves[0]?.state).toEqual(["outside", "outside", "corrected"]);
  });
});

describe("a file", () => {
  test("of CSV has the clock of Paris, its offset, the energy in kWh and where it comes from", async () => {
    const response = await read({ curves: operation.point("École").prm }, { accept: "text/csv" });
    const lines = (await response.text()).replace(/^\uFEFF/, "").split("\r\n");
    expect(lines[0]).toBe("Début (heure de Paris);Décalage;École (soutirage) (kWh);École (soutirage), origine");
    expect(lines[1]).toBe("01/03/2026 00:00;UTC+1;0,01;");
    expect(lines[11]).toBe("01/03/2026 05:00;UTC+1;0,01;corrigé (art. 5.2.3)");
    expect(lines[1 + 2 * 48 + 20]).toBe("03/03/2026 10:00;UTC+1;;manquant");
    expect(lines).toHaveLength(1 + 5 * 48);
  });

  test("of a spreadsheet has the values and their sums", async () => {
    const response = await read({ format: "xlsx", from: "2026-03-28", to: "2026-03-30", curves: "producers" });
    expect(response.headers.get("content-disposition")).toMatch(/courbes-2026-03-28-2026-03-30\.xlsx"$/);
    const book = new ExcelJS.Workbook();
    await book.xlsx.load(await response.arrayBuffer());
    const values = book.getWorksheet("Valeurs");
    expect(values?.rowCount).toBe(1 + 48 + 46);
    const spring = values?.getRow(2 + 48 + 4); // 02:00 does not exist
    expect(spring?.getCell(1).value).toEqual(new Date("2026-03-29T03:00:00Z")); // the clock of Paris, as a cell has no zone
    expect([2, 3, 4].map((cell) => spring?.getCell(cell).value)).toEqual(["UTC+2", 1, null]);
    const sums = book.getWorksheet("Sommes")?.getRow(2);
    expect([1, 2, 4].map((cell) => sums?.getCell(cell).value)).toEqual(["Tous les producteurs", 94, 0]);
  });
});

test.for([
  [{ curves: "tout" }, "curves"],
  [{ curves: Array.from({ length: 21 }, (_, n) => String(10 ** 13 + n)).join(",") }, "curves"],
  [{ from: "2026-03-06" }, "to"],
  [{ from: "2024-03-06" }, "to"],
  [{ grain: "siècle" }, "grain"],
] as const)("refuses %j and says which field", async ([query, path]) => {
  const details = await expectRefusal(await read({ ...query }), 400, "INVALID_REQUEST");
  expect(details.issues).toMatchObject([{ path }]);
});
