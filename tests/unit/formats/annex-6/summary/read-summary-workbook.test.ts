import type { CellValue } from "exceljs";
import { strToU8, zipSync } from "fflate";
import { expect, test } from "vitest";
import { CONSUMERS, OPERATION, PRM, PRODUCERS, readBytes, readTyped, typedSummary } from "./typed-summary";

type Rows = readonly (readonly CellValue[])[];

test("the three sheets of 11.6.1.3, in watt-hours", async () => {
  const { summary, codes } = await readTyped(typedSummary({}));
  expect(codes).toEqual([]);
  expect(summary?.operation).toEqual({
    withdrawalWh: 100_500,
    productionWh: 80_000,
    selfConsumedWh: 40_250,
    surplusWh: 39_750,
    selfConsumptionRate: expect.closeTo(0.5031, 12),
    selfProductionRate: expect.closeTo(0.4005, 12),
    coverageRate: expect.closeTo(0.796, 12),
  });
  expect(summary?.producers).toMatchObject([
    { identifier: { prm: PRM[0] }, injectionWh: 80_000, selfProducedWh: 40_250, surplusWh: 39_750 },
  ]);
  expect(summary?.consumers).toMatchObject([
    { identifier: { prm: PRM[1] }, withdrawalWh: 60_000, selfConsumedWh: 30_250, complementWh: 29_750, byPeriod: [] },
    { identifier: { prm: PRM[2] }, withdrawalWh: 40_500, selfConsumedWh: 10_000, complementWh: 30_500 },
  ]);
});

test.for<readonly [string, readonly [string, string, string], readonly string[]]>([
  ["other words", ["Synthèse", "PRODUCTION", "Conso par PRM"], []],
  ["words that say nothing, in the convention's order", ["Feuil1", "Feuil2", "Feuil3"], []],
  ["the one that is left", ["ACC00000112", "Producteurs", "Consommateurs"], []],
  ["an annexe 2", ["Type de répartition", "Producteurs", "Consommateurs"], ["NOT_A_SUMMARY"]],
])("sheets named with %s", async ([, names, codes]) => {
  expect((await readTyped(typedSummary({ names }))).codes).toEqual(codes);
});

test("a sheet that is missing, one too many, one that is hidden", async () => {
  expect((await readTyped(typedSummary({ producers: null }))).codes).toEqual(["SHEET_MISSING"]);
  expect((await readTyped(typedSummary({ producers: null, consumers: null }))).codes).toEqual(["NOT_A_SUMMARY"]);
  const book = typedSummary({});
  book.addWorksheet("Notes");
  for (const sheet of book.worksheets) sheet.state = sheet.name === "Notes" ? "visible" : "hidden";
  const { codes } = await readTyped(book);
  expect(codes).toEqual(["SHEET_IGNORED@N", "SHEET_HIDDEN@O", "SHEET_HIDDEN@P", "SHEET_HIDDEN@C"]);
});

test.for<readonly [string, Rows]>([
  ["names over values", [OPERATION.map(([label]) => label ?? ""), OPERATION.map(([, value]) => value ?? "")]],
  [
    "a title, units beside",
    [["Indicateurs de production"], [], ...OPERATION.map(([l, v]) => [null, l ?? "", v ?? "", "kWh"])],
  ],
  ["units between", OPERATION.map(([label, value]) => [label ?? "", "en", value ?? ""])],
  ["texts", OPERATION.map(([label, value]) => [label ?? "", String(value).replace(".", ",")])],
  [
    "megawatt-hours",
    OPERATION.map(([l, v]) => (typeof v === "number" ? [`${l} (MWh)`, v / 1000] : [l ?? "", v ?? ""])),
  ],
  ["watt-hours", OPERATION.map(([l, v]) => (typeof v === "number" ? [l ?? "", v * 1000, "Wh"] : [l ?? "", v ?? ""]))],
  [
    "ratios",
    [
      ...OPERATION.slice(0, 4),
      ["Taux d'autoconsommation", 0.5031],
      ["Taux d'autoproduction", 0.4005],
      ["Taux de couverture", 0.796],
    ],
  ],
  [
    "bare percents",
    [
      ...OPERATION.slice(0, 4),
      ["Taux d'autoconsommation", 50.31],
      ["Taux d'autoproduction", "40,05"],
      ["Taux de couverture", 79.6],
    ],
  ],
])("indicators laid out as %s", async ([, operation]) => {
  const { summary, codes } = await readTyped(typedSummary({ operation }));
  expect(codes).toEqual([]);
  expect(summary?.operation).toMatchObject({ withdrawalWh: 100_500, surplusWh: 39_750 });
  expect(summary?.operation.selfConsumptionRate).toBeCloseTo(0.5031, 12);
  expect(summary?.operation.coverageRate).toBeCloseTo(0.796, 12);
});

const indicator = (row: number, value: CellValue): Rows =>
  OPERATION.map(([label, before], index) => [label ?? "", index === row ? value : (before ?? null)]);

test.for<readonly [number, CellValue, unknown, readonly string[]]>([
  [1, "-", null, ["VALUE_MISSING@OB2"]],
  [1, null, null, ["INDICATOR_MISSING@O"]],
  [1, "8.495", null, ["VALUE_AMBIGUOUS@OB2"]],
  [1, -1, null, ["VALUE_NEGATIVE@OB2"]],
  [1, new Date("2024-01-01"), null, ["CELL_DATE@OB2"]],
  [1, { error: "#REF!" }, null, ["CELL_UNREADABLE@OB2"]],
  [1, { formula: "A1+A2" } as CellValue, null, ["FORMULA_WITHOUT_RESULT@OB2"]],
  [1, 79, 79_000, ["SUM_DIFFERS@O"]],
  [1, 80.009, 80_009, []],
  [4, "–", null, []],
  [4, "50,31 % environ", null, ["RATE_INVALID@OB5"]],
])("indicator %d as %j", async ([row, value, expected, codes]) => {
  const reading = await readTyped(typedSummary({ operation: indicator(row, value) }));
  expect(reading.codes).toEqual(codes);
  const { productionWh, selfConsumptionRate } = reading.summary?.operation ?? {};
  expect(row === 1 ? productionWh : selfConsumptionRate).toBe(expected);
});

const energies = (reading: Awaited<ReturnType<typeof readTyped>>) =>
  reading.summary?.consumers.map(({ withdrawalWh, byPeriod }) => [
    withdrawalWh,
    ...byPeriod.map((period) => [period.label, period.withdrawalWh, period.selfConsumedWh, period.complementWh]),
  ]);
const HEADERS = [
  "PRM consommateur",
  "Poste horaire",
  "Consommation (kWh)",
  "Autoconsommation (kWh)",
  "Complément (kWh)",
];
const WIDE = [
  "PRM",
  "Consommation HP (kWh)",
  "Consommation HC (kWh)",
  "Électricité autoconsommée HP",
  "Électricité autoconsommée HC",
  "Complément HP",
  "Complément HC",
];

test.for<readonly [string, Rows, unknown, readonly string[]]>([
  [
    "a row a period",
    [HEADERS, [PRM[1], "HP", 2, 1, 1], [PRM[1], "Heures creuses", 3, 1, 2]],
    [[5_000, ["HP", 2_000, 1_000, 1_000], ["HC", 3_000, 1_000, 2_000]]],
    [],
  ],
  [
    "their total too",
    [HEADERS, [PRM[1], "HP", 2, 1, 1], [PRM[1], "Total", 2, 1, 1]],
    [[2_000, ["HP", 2_000, 1_000, 1_000]]],
    [],
  ],
  [
    "a total that is wrong",
    [HEADERS, [PRM[1], "HP", 2, 1, 1], [PRM[1], "Total", 3, 1, 1]],
    [[3_000, ["HP", 2_000, 1_000, 1_000]]],
    ["SUM_DIFFERS@C3"],
  ],
  [
    "the number once",
    [HEADERS, [PRM[1], "HP", 2, 1, 1], [null, "HC", 3, 1, 2]],
    [[5_000, ["HP", 2_000, 1_000, 1_000], ["HC", 3_000, 1_000, 2_000]]],
    [],
  ],
  [
    "an unknown period",
    [HEADERS, [PRM[1], "Week-end", 2, 1, 1]],
    [[2_000, ["Week-end", 2_000, 1_000, 1_000]]],
    ["PERIOD_UNKNOWN@CB2"],
  ],
  [
    "a period twice",
    [HEADERS, [PRM[1], "HP", 2, 1, 1], [PRM[1], "HP", 3, 1, 2]],
    [[2_000, ["HP", 2_000, 1_000, 1_000]]],
    ["PERIOD_TWICE@CA3"],
  ],
  [
    "columns by period",
    [WIDE, [PRM[1], 2, 3, 1, 1, 1, 2]],
    [[5_000, ["HP", 2_000, 1_000, 1_000], ["HC", 3_000, 1_000, 2_000]]],
    [],
  ],
  [
    "another offer's columns empty",
    [WIDE, [PRM[1], 2, null, 1, null, 1, null]],
    [[2_000, ["HP", 2_000, 1_000, 1_000]]],
    [],
  ],
  ["a PRM twice", [CONSUMERS[0] ?? [], [PRM[1], 1, 1, 0], [PRM[1], 2, 1, 1]], [[1_000]], ["PRM_TWICE@CA3"]],
  ["a total line", [CONSUMERS[0] ?? [], [PRM[1], 1, 1, 0], ["Total", 1, 1, 0]], [[1_000]], ["TOTAL_IGNORED@C3"]],
  ["a missing value is not zero", [CONSUMERS[0] ?? [], [PRM[1], null, 1, 0]], [[null]], ["VALUE_MISSING@CB2"]],
  [
    "a missing period makes no total",
    [HEADERS, [PRM[1], "HP", null, 1, 1], [PRM[1], "HC", 3, 1, 2]],
    [[null, ["HP", null, 1_000, 1_000], ["HC", 3_000, 1_000, 2_000]]],
    ["VALUE_MISSING@CC2"],
  ],
  [
    "a bad value hides no other",
    [CONSUMERS[0] ?? [], [PRM[1], "x", 1, 0], [PRM[2], 2, "y", 1]],
    [[null], [2_000]],
    ["VALUE_UNREADABLE@CB2", "VALUE_UNREADABLE@CC3"],
  ],
  [
    "a number for a PRM",
    [CONSUMERS[0] ?? [], [1_234_567_891_234, "1 234,5", 0, 1_234.5]],
    [[1_234_500]],
    ["ZERO_LOST@CA2"],
  ],
  [
    "no energy",
    [
      ["PRM", "Consommation", "Nom"],
      [PRM[1], 1, "École"],
    ],
    [[1_000]],
    ["COLUMN_MISSING@C", "COLUMN_MISSING@C"],
  ],
  ["no row", [CONSUMERS[0] ?? []], [], ["NO_ROW@C"]],
])("consumers with %s", async ([, consumers, expected, codes]) => {
  const reading = await readTyped(typedSummary({ consumers, operation: OPERATION.slice(3) }));
  expect(energies(reading)).toEqual(expected);
  const ownCodes = reading.codes.filter((code) => !/^INDICATOR|^RATE|^SUM_DIFFERS@O/.test(code));
  expect(ownCodes).toEqual(codes);
});

test("headers on two rows are refused, not read as the first column of each group", async () => {
  const book = typedSummary({
    consumers: [
      ["PRM", "Consommation", null, "Autoconsommation", null, "Complément", null],
      [null, "HP", "HC", "HP", "HC", "HP", "HC"],
      [PRM[1], 2, 3, 1, 1, 1, 2],
    ],
  });
  for (const range of ["B1:C1", "D1:E1", "F1:G1"]) book.getWorksheet("Consommateurs")?.mergeCells(range);
  const { codes } = await readTyped(book);
  expect(codes).toContain("IDENTIFIER_EMPTY@CA2");
  expect(codes).toContain("VALUE_UNREADABLE@CB2");
});

test.for<readonly [string, readonly CellValue[], string | undefined, readonly string[]]>([
  ["a contract", ["0000123456", 80, 40.25, 39.75], "injection_contract", []],
  ["a contract in a number", [123_456, 80, 40.25, 39.75], "injection_contract", ["ZERO_LOST@PA2"]],
  ["a spreadsheet's number", ["9,9E+13", 80, 40.25, 39.75], undefined, ["SCIENTIFIC_NOTATION@PA2", "NO_ROW@P"]],
  ["the operation", ["ACC00000112", 80, 40.25, 39.75], undefined, ["IDENTIFIER_OPERATION@PA2", "NO_ROW@P"]],
  ["a name", ["École", 80, 40.25, 39.75], "unknown", ["IDENTIFIER_UNKNOWN@PA2"]],
])("a producer known by %s", async ([, row, kind, codes]) => {
  const { summary, codes: found } = await readTyped(typedSummary({ producers: [PRODUCERS[0] ?? [], row] }));
  expect(found).toEqual(codes);
  expect(summary?.producers[0]?.identifier.kind).toBe(kind);
});

test("a producer may have its contract alone", async () => {
  const headers = ["Référence du contrat d'injection", ...(PRODUCERS[0] ?? []).slice(1)];
  const { summary, codes } = await readTyped(typedSummary({ producers: [headers, ["0000123456", 80, 40.25, 39.75]] }));
  expect(codes).toEqual([]);
  expect(summary?.producers).toMatchObject([{ identifier: { reference: "0000123456" }, injectionWh: 80_000 }]);
});

const ole = (text: string) =>
  new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, ...new Uint8Array(600), ...Buffer.from(text, "utf16le")]);

test.for<readonly [string, Uint8Array, string]>([
  ["nothing", new Uint8Array(), "EMPTY_FILE"],
  ["an .xls", ole("Workbook"), "WORKBOOK_XLS"],
  ["a password", ole("EncryptedPackage"), "WORKBOOK_ENCRYPTED"],
  ["an .xlsb", zipSync({ "xl/workbook.bin": strToU8("x") }), "WORKBOOK_BINARY"],
  ["a text", strToU8("PRM;kWh"), "NOT_A_WORKBOOK"],
  ["a bomb", zipSync({ "xl/worksheets/sheet1.xml": new Uint8Array(60_000_000) }), "WORKBOOK_TOO_LARGE"],
])("%s is refused in French, not with an exception", async ([, bytes, code]) => {
  const { summary, codes, messages } = await readBytes(bytes);
  expect(summary).toBeNull();
  expect(codes).toEqual([code]);
  expect(messages[0]).toMatch(/^(Le classeur|Ce classeur|Ce fichier|Le fichier) .+\.$/);
});

test("a problem says its sheet, its cell and what to do", async () => {
  const { messages } = await readTyped(typedSummary({ operation: indicator(1, "beaucoup 80") }));
  expect(messages).toEqual([
    "Feuille «\u00a0Opération\u00a0»\u00a0: «\u00a0Production totale\u00a0» n’est pas donné. La valeur reste manquante.",
  ]);
  const bad = await readTyped(typedSummary({ operation: indicator(1, "80 MWh") }));
  expect(bad.messages).toEqual([
    "Feuille «\u00a0Opération\u00a0», cellule B2\u00a0: «\u00a080 MWh\u00a0» n’est pas une énergie. Écrivez un nombre de kWh, comme 134,70.",
  ]);
});
