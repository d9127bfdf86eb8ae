import { beforeAll, expect, test } from "vitest";
import { civilDate } from "@/lib/domain/time/civil-date";
import { findBoardEnd } from "@/lib/services/measures/find-board-end";
import { createTestCollectivity } from "../../support/create-test-collectivity";
import { createTestOperation, type TestOperation } from "../../support/create-test-operation";
import { importTestCurves } from "../../support/import-test-files";

let empty: TestOperation;
let measured: TestOperation;

beforeAll(async () => {
  const collectivity = await createTestCollectivity();
  [empty, measured] = await Promise.all([createTestOperation(collectivity), createTestOperation(collectivity)]);
  await importTestCurves(measured, [{ point: "Mairie", days: ["2026-03-01", "2026-04-10"], energyWh: 1 }]);
});

const [april, midApril] = [civilDate("2026-04-01"), civilDate("2026-04-15")];

test.for([
  ["nothing finished, nothing received", () => empty, midApril, null, null],
  ["a finished month, nothing received: all of it is expected", () => empty, midApril, april, "2026-04-01"],
  ["days of the running month came", () => measured, midApril, april, "2026-04-11"],
  [
    "a period finished after the last day that came",
    () => measured,
    civilDate("2026-06-03"),
    civilDate("2026-06-01"),
    "2026-06-01",
  ],
  ["never beyond today", () => measured, civilDate("2026-04-05"), april, "2026-04-05"],
] as const)("%s", async ([, operation, today, finishedEnd, end]) => {
  expect(await findBoardEnd(operation().id, { today, finishedEnd })).toBe(end);
});
