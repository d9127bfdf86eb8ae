import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { listCurveDays } from "@/lib/data/load-curve-days";
import { addDays, civilDate } from "@/lib/domain/time/civil-date";
import { createTestCollectivity, type TestCollectivity } from "../../support/create-test-collectivity";
import { createTestOperation, type TestOperation } from "../../support/create-test-operation";
import { importTestFiles } from "../../support/import-test-files";

let collectivity: TestCollectivity;
let operation: TestOperation;

beforeAll(async () => {
  collectivity = await createTestCollectivity();
});

beforeEach(async () => {
  operation = await createTestOperation(collectivity, { startDay: civilDate("2025-01-01") });
});

type Line = readonly [hour: string, first: string, second: string];

/** The hours a clock shows, each with twice its number in W. */
const hours = (list: readonly number[]): Line[] =>
  list.map((hour) => [String(hour).padStart(2, "0"), String(hour * 10), String(hour * 10 + 5)]);

const from0To23 = Array.from({ length: 24 }, (_, hour) => hour);

async function importDay(day: string, lines: readonly Line[]) {
  const [year, month, date] = day.split("-");
  const text = lines.map(([hour, first, second]) => `${date}/${month}/${year} ${hour}:00;${first};${second};\n`);
  const name = `${operation.point("Mairie").prm}_${date}${month}${year}_${date}${month}${year}_Conso_CDC.csv`;
  const imported = await importTestFiles(operation, [{ name, bytes: new TextEncoder().encode(text.join("")) }]);
  const period = { from: civilDate(day), toExclusive: addDays(civilDate(day), 1) };
  const [stored] = await listCurveDays(operation.id, ["withdrawal"], period);
  return { imported, energyWh: stored ? [...stored.energyWh] : [] };
}

const halfHours = (list: readonly number[]) => list.flatMap((hour) => [hour * 5, hour * 5 + 2.5]);

test("an hour without a line is missing, not zero, and the warning names it", async () => {
  const lines = hours(from0To23.filter((hour) => hour !== 13));
  const { imported, energyWh } = await importDay("2025-06-11", lines);
  expect(imported.status).toBe("done");
  expect(imported.file(0)).toMatchObject({ valueCount: 48, missingCount: 2, warningCount: 1 });
  expect(imported.problems).toMatchObject([{ severity: "warning", code: "MISSING_HOURS" }]);
  expect(imported.problems[0]?.message).toContain("11/06/2025 13:00");
  expect(energyWh.slice(24, 30)).toEqual([60, 62.5, Number.NaN, Number.NaN, 70, 72.5]);
});

test("an empty cell is missing, not zero", async () => {
  const lines = hours(from0To23).map(([hour, first, second]): Line => [hour, hour === "07" ? "" : first, second]);
  const { imported, energyWh } = await importDay("2025-06-11", lines);
  expect(imported.file(0)).toMatchObject({ missingCount: 1, errorCount: 0 });
  expect(energyWh.slice(13, 16)).toEqual([32.5, Number.NaN, 37.5]);
});

describe("the last Sunday of October has 50 half-hours", () => {
  test("25 lines fill them, the first 02:00 in summer time", async () => {
    const lines = hours([0, 1, 2, 2, ...from0To23.slice(3)]);
    lines[3] = ["02", "900", "950"];
    const { imported, energyWh } = await importDay("2025-10-26", lines);
    expect(imported.report.totals).toMatchObject({ valueCount: 50, missingCount: 0, warningCount: 0 });
    expect(energyWh).toEqual([...halfHours([0, 1, 2]), 450, 475, ...halfHours(from0To23.slice(3))]);
  });

  test("24 lines leave the second 02:00 missing, not zero", async () => {
    const { imported, energyWh } = await importDay("2025-10-26", hours(from0To23));
    expect(imported.report.totals).toMatchObject({ valueCount: 50, missingCount: 2 });
    expect(imported.codes).toEqual(["MISSING_HOURS"]);
    expect(imported.problems[0]?.message).toContain("26/10/2025 02:00");
    expect(energyWh).toEqual([...halfHours([0, 1, 2]), Number.NaN, Number.NaN, ...halfHours(from0To23.slice(3))]);
  });
});

describe("the last Sunday of March has 46 half-hours", () => {
  const existing = from0To23.filter((hour) => hour !== 2);

  test("23 lines fill them", async () => {
    const { imported, energyWh } = await importDay("2025-03-30", hours(existing));
    expect(imported.report.totals).toMatchObject({ valueCount: 46, missingCount: 0, warningCount: 0 });
    expect(energyWh).toEqual(halfHours(existing));
  });

  test("a value in the hour that did not exist is refused", async () => {
    const { imported } = await importDay("2025-03-30", hours(from0To23));
    expect(imported.status).toBe("refused");
    expect(imported.codes).toContain("SKIPPED_HOUR");
  });
});
