import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { countPlaywright, countVitest, describeCounts, sumCounts } from "@/lib/cli/count-results.mjs";

let folder: string;
let file: string;

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), "prorata-count-"));
  file = path.join(folder, "report.json");
});
afterEach(() => rmSync(folder, { recursive: true }));

const vitest = { numPassedTests: 12, numFailedTests: 0, numPendingTests: 2, numTodoTests: 1 };

test("vitest's report is counted", async () => {
  writeFileSync(file, JSON.stringify(vitest));

  expect(await countVitest(file, 0)).toEqual({ passed: 12, failed: 0, skipped: 3 });
});

test("a test file that does not load fails, though no test of it did", async () => {
  writeFileSync(file, JSON.stringify(vitest));

  expect(await countVitest(file, 1)).toMatchObject({ passed: 12, failed: 1 });
});

test.for([countVitest, countPlaywright])("a runner that dies without a report fails", async (countReport) => {
  expect(await countReport(file, 1)).toEqual({ passed: 0, failed: 1, skipped: 0 });
});

test("a test that passed at the second attempt passed", async () => {
  writeFileSync(file, JSON.stringify({ stats: { expected: 8, flaky: 1, unexpected: 2, skipped: 3 } }));

  expect(await countPlaywright(file, 1)).toEqual({ passed: 9, failed: 2, skipped: 3 });
});

test("the closing line", () => {
  const counts = [
    { passed: 1200, failed: 0, skipped: 0 },
    { passed: 34, failed: 1, skipped: 0 },
  ];
  expect(describeCounts(sumCounts(counts))).toBe("1234 passed, 1 failed");
  expect(describeCounts({ passed: 3, failed: 0, skipped: 2 })).toBe("3 passed, 0 failed, 2 skipped");
});
