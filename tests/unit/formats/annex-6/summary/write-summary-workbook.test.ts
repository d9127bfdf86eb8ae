import ExcelJS from "exceljs";
import fc from "fast-check";
import { expect, test } from "vitest";
import { civilDate } from "@/lib/domain/time/civil-date";
import { readSummaryWorkbook } from "@/lib/formats/annex-6/summary/read-summary-workbook";
import { parseSummaryFileName } from "@/lib/formats/annex-6/summary/summary-file-name";
import type { SummaryWorkbook } from "@/lib/formats/annex-6/summary/summary-workbook";
import { writeSummaryWorkbook } from "@/lib/formats/annex-6/summary/write-summary-workbook";

const FILE = {
  accNumber: "ACC00000112",
  period: { from: civilDate("2024-01-01"), toExclusive: civilDate("2024-02-01") },
};

const energyWh = fc.option(fc.integer({ min: 0, max: 1e12 }), { freq: 9 });
const rate = fc.option(fc.double({ min: 0, max: 3, noNaN: true }).map((value) => Math.round(value * 1e9) / 1e9));
const energies = { withdrawalWh: energyWh, selfConsumedWh: energyWh, complementWh: energyWh };
const period = fc
  .constantFrom("BASE" as const, "HP" as const, "HC" as const, "HPJR" as const, "Week-end" as const)
  .chain((label) =>
    fc.record({
      label: fc.constant(label),
      tariffPeriod: fc.constant(label === "Week-end" ? null : label),
      ...energies,
    }),
  );
const byId = { selector: ({ identifier }: { identifier: string }) => identifier, minLength: 1, maxLength: 12 };

const summaries = fc.record({
  operation: fc.record({
    withdrawalWh: energyWh,
    productionWh: energyWh,
    selfConsumedWh: energyWh,
    surplusWh: energyWh,
    selfConsumptionRate: rate,
    selfProductionRate: rate,
    coverageRate: rate,
  }),
  producers: fc.uniqueArray(
    fc.record({
      identifier: fc.oneof(fc.stringMatching(/^\d{14}$/), fc.stringMatching(/^\d{10}$/)),
      injectionWh: energyWh,
      selfProducedWh: energyWh,
      surplusWh: energyWh,
    }),
    byId,
  ),
  consumers: fc.uniqueArray(
    fc.record({
      identifier: fc.stringMatching(/^\d{14}$/),
      ...energies,
      byPeriod: fc.uniqueArray(period, { selector: ({ label }) => label, maxLength: 5 }),
    }),
    byId,
  ),
}) satisfies fc.Arbitrary<SummaryWorkbook<string>>;

const idOf = (identifier: { kind: string }) => Object.values(identifier)[1];

test("what is written is read back, to the watt-hour, without an error", async () => {
  await fc.assert(
    fc.asyncProperty(summaries, async (written) => {
      const { bytes } = await writeSummaryWorkbook(written, FILE);
      const { summary, problems } = await readSummaryWorkbook(bytes);
      expect(problems.listed.filter(({ severity }) => severity === "error")).toEqual([]);
      expect(summary?.operation).toEqual(written.operation);
      const withIds = (rows: readonly { identifier: { kind: string } }[] = []) =>
        rows.map((row) => ({ ...row, identifier: idOf(row.identifier) }));
      expect(withIds(summary?.producers)).toEqual(written.producers);
      expect(withIds(summary?.consumers)).toEqual(written.consumers);
    }),
    { numRuns: 15 },
  );
}, 20_000);

const EXAMPLE: SummaryWorkbook<string> = {
  operation: {
    withdrawalWh: 134_700,
    productionWh: 0,
    selfConsumedWh: 0,
    surplusWh: 0,
    selfConsumptionRate: null,
    selfProductionRate: 0,
    coverageRate: 0,
  },
  producers: [{ identifier: "0000123456", injectionWh: 0, selfProducedWh: 0, surplusWh: 0 }],
  consumers: [
    {
      identifier: "01234567891234",
      withdrawalWh: 134_700,
      selfConsumedWh: 0,
      complementWh: 134_700,
      byPeriod: [{ label: "HP", tariffPeriod: "HP", withdrawalWh: 134_700, selfConsumedWh: 0, complementWh: 134_700 }],
    },
  ],
};

test("its name, its sheets in order, identifiers as texts, energies in kWh", async () => {
  const { name, bytes } = await writeSummaryWorkbook(EXAMPLE, FILE);
  expect(name).toBe("ACC00000112_01012024_31012024.xlsx");
  expect(parseSummaryFileName(name)).toEqual(FILE);
  const book = new ExcelJS.Workbook();
  await book.xlsx.load(bytes.buffer);
  expect(book.worksheets.map((sheet) => sheet.name)).toEqual(["Opération", "Producteurs", "Consommateurs"]);
  const [operation, producers, consumers] = book.worksheets;
  expect(operation?.getCell("A1").value).toBe("ACC00000112, du 01/01/2024 au 31/01/2024");
  expect(operation?.getRow(4).values).toEqual([undefined, "Consommation totale des participants", 134.7, "kWh"]);
  expect(operation?.getRow(8).values).toEqual([undefined, "Taux d'autoconsommation", "–", "%"]);
  expect(producers?.getCell("A2")).toMatchObject({ value: "0000123456", numFmt: "@" });
  expect(consumers?.getRow(2).values).toEqual([undefined, "01234567891234", "HP", 134.7, 0, 134.7]);
  expect(consumers?.getRow(3).values).toEqual([undefined, "01234567891234", "Total", 134.7, 0, 134.7]);
});

test.for([
  ["acc00000112_01012024_31012024 (1).xlsx", true],
  ["dossier/ACC00000112_01012024_31012024.XLSM", true],
  ["ACC00000112_31012024_01012024.xlsx", false],
  ["ACC00000112_30022024_31032024.xlsx", false],
  ["12345678901234_01012024_31012024.xlsx", false],
  ["ACC00000112_01012024_31012024.csv", false],
] as const)("%s is the name of a summary: %j", ([name, isSummary]) => {
  expect(parseSummaryFileName(name) !== null).toBe(isSummary);
});
