import type { CellValue } from "exceljs";
import { expect, test } from "vitest";
import { CONSUMER, CONSUMER_HEADERS, PRM, PRODUCER, PRODUCER_HEADERS, readTyped, typedWorkbook } from "./test-workbook";

const consumerWith = (cells: Partial<Record<"name" | "legalId" | "address" | "prm" | "coefficient", CellValue>>) => [
  "name" in cells ? cells.name : CONSUMER[0],
  "legalId" in cells ? cells.legalId : CONSUMER[1],
  "address" in cells ? cells.address : CONSUMER[2],
  "prm" in cells ? cells.prm : CONSUMER[3],
  "coefficient" in cells ? cells.coefficient : CONSUMER[4],
];
const consumerSheet = (...rows: readonly CellValue[][]) => typedWorkbook({ consumers: [CONSUMER_HEADERS, ...rows] });
const SCIENTIFIC = "1,23457E+13";

test("a plain workbook is read without a word", async () => {
  const { workbook, problems } = await readTyped(typedWorkbook({}));
  expect(problems).toEqual({ listed: [], errorCount: 0, warningCount: 0 });
  expect(workbook).toEqual({
    consumers: [
      {
        name: "Boulangerie Aulnes",
        legalId: "35600000049837",
        address: "2 rue du Four",
        prm: PRM[0],
        coefficientPpm: 1_000_000,
      },
    ],
    producers: [
      {
        name: "Commune",
        legalId: "35600000049837",
        address: "Mairie",
        email: "mairie@commune.example",
        injectionContract: "0000123456",
        prm: PRM[1],
        peakPowerW: 54_000,
      },
    ],
    kind: "static",
    management: "standard",
  });
});

test.for([
  [`'${PRM[0]}`, PRM[0], []],
  [`  ${PRM[0]} `, PRM[0], []],
  ["99 000 000 000 134", PRM[0], []],
  [99_000_000_000_134, PRM[0], []],
  [1_234_567_890_123, "01234567890123", ["PRM_ZERO_LOST@CD2"]],
  ["1234567890123", "01234567890123", ["PRM_ZERO_LOST@CD2"]],
  ["12311111111111", "12311111111111", ["PRM_UNUSUAL@CD2"]],
  [{ richText: [{ text: "9900000000" }, { text: "0134" }] }, PRM[0], []],
  [{ formula: "A9", result: PRM[0] }, PRM[0], ["FORMULA_READ@CD2"]],
  [{ formula: "A9" } as CellValue, undefined, ["FORMULA_WITHOUT_RESULT@CD2"]],
  [{ error: "#REF!" }, undefined, ["CELL_UNREADABLE@CD2"]],
  [new Date("2026-06-21"), undefined, ["CELL_DATE@CD2"]],
  [SCIENTIFIC, undefined, ["SCIENTIFIC_NOTATION@CD2"]],
  ["9900000000013", "09900000000013", ["PRM_ZERO_LOST@CD2"]],
  ["123456789012", undefined, ["PRM_INVALID@CD2"]],
  [990_000_000_001_345, undefined, ["PRM_INVALID@CD2"]],
  [null, undefined, ["CELL_EMPTY@CD2"]],
] as const)("a PRM typed as %j", async ([typed, prm, expected]) => {
  const { workbook, codes } = await readTyped(consumerSheet(consumerWith({ prm: typed as CellValue })));
  expect(codes).toEqual(expected);
  expect(workbook?.consumers[0]?.prm).toBe(prm);
});

test.for([
  ["23,34", undefined, 233_400, []],
  ["23.34", undefined, 233_400, []],
  [23.34, undefined, 233_400, []],
  ["23,34 %", undefined, 233_400, []],
  ["23,34\u00a0%", undefined, 233_400, []],
  [0.2334, "0.00%", 233_400, []],
  [0.2334, "0.00", 2_334, []],
  [0, undefined, 0, []],
  [100, undefined, 1_000_000, []],
  [100 / 3, undefined, 333_333, ["COEFFICIENT_CUT@CE2"]],
  [100.01, undefined, undefined, ["COEFFICIENT_INVALID@CE2"]],
  ["100,00001", undefined, undefined, ["COEFFICIENT_INVALID@CE2"]],
  [-1, undefined, undefined, ["COEFFICIENT_INVALID@CE2"]],
  ["un tiers", undefined, undefined, ["COEFFICIENT_INVALID@CE2"]],
  [null, undefined, undefined, ["CELL_EMPTY@CE2"]],
] as const)("a static coefficient typed as %j with the format %j", async ([typed, format, ppm, expected]) => {
  const book = consumerSheet(consumerWith({ coefficient: typed }));
  const cell = book.getWorksheet("Consommateurs")?.getCell("E2");
  if (cell && format) cell.numFmt = format;
  const { workbook, codes } = await readTyped(book);
  expect(codes.filter((code) => !code.startsWith("SUM"))).toEqual(expected);
  expect(workbook?.consumers[0]?.coefficientPpm).toBe(ppm);
});

test.for([
  [["33,33", "33,33", "33,34"], []],
  [[10.1, 20.2, 69.7], []],
  [["50", "50,01"], ["SUM_ABOVE_100@C"]],
  [[33.3333, 33.3333, 33.3333], ["SUM_BELOW_100@C"]],
] as const)("the sum of %j, in ppm", async ([coefficients, expected]) => {
  const rows = coefficients.map((coefficient, index) => consumerWith({ coefficient, prm: PRM[index] }));
  const { codes, messages } = await readTyped(consumerSheet(...rows));
  expect(codes).toEqual(expected);
  if (expected[0] === "SUM_ABOVE_100@C") expect(messages[0]).toContain("100,01\u00a0%");
});

test.for([
  ["Dynamique Simple", "dynamic_simple"],
  ["DYNAMIQUE  FULL", "dynamic_full"],
  ["Full dynamique", "dynamic_full"],
  ["Répartition par défaut", "default"],
] as const)("only a static key asks for coefficients: %s", async ([label, kind]) => {
  const book = typedWorkbook({
    consumers: [CONSUMER_HEADERS.slice(0, 4), CONSUMER.slice(0, 4)],
    kind: [
      ["Type de répartition", label],
      ["Gestion des ajouts et retraits", "HLM et ses locataires"],
    ],
  });
  const { workbook, codes } = await readTyped(book);
  expect(codes).toEqual([]);
  expect(workbook).toMatchObject({ kind, management: "hlm", consumers: [{ coefficientPpm: null }] });
});

test.for([
  [[["Type de répartition"], ["Statique"], ["Gestion des ajouts/retraits"], ["gestion standard"]], []],
  [[["Statique"], ["Standard"]], []],
  [
    [
      ["Type de répartition", "Statique", null, "Par défaut"],
      ["Gestion", "Standard"],
    ],
    [],
  ],
  [
    [
      ["Type de répartition", "Dynamique"],
      ["Gestion", "Standard"],
    ],
    ["KIND_UNKNOWN@T"],
  ],
  [[["Statique"], ["Par défaut"], ["Standard"]], ["KIND_UNKNOWN@T"]],
  [[["Type de répartition", "Statique"]], ["MANAGEMENT_UNKNOWN@T"]],
  [[], ["KIND_UNKNOWN@T", "MANAGEMENT_UNKNOWN@T"]],
] as const)("the choices laid out as %j", async ([kind, expected]) => {
  const { workbook, codes } = await readTyped(typedWorkbook({ kind }));
  expect(codes).toEqual(expected);
  expect(workbook !== null).toBe(expected.length === 0);
});

test("the last sheet may be called Modalités", async () => {
  const book = typedWorkbook({ kind: null });
  book.addWorksheet("Modalités").addRows([
    ["Type de répartition", "Par défaut"],
    ["Gestion", "Standard"],
  ]);
  const { workbook, codes } = await readTyped(book);
  expect(codes).toEqual(["COEFFICIENTS_UNUSED@C"]);
  expect(workbook?.kind).toBe("default");
});

test.for([
  ["legalId", null, null, ["RESIDENTS@C"]],
  ["legalId", "356 000 000 49837", "35600000049837", []],
  ["legalId", 35_600_000_049_837, "35600000049837", []],
  ["legalId", "w123456789", "W123456789", []],
  ["legalId", 5_420_120_700_013, "05420120700013", ["LEGAL_ID_ZERO_LOST@CB2"]],
  ["legalId", "542012000015", "00542012000015", ["LEGAL_ID_ZERO_LOST@CB2"]],
  ["legalId", "5420120000015", undefined, ["LEGAL_ID_INVALID@CB2"]],
  ["legalId", "35600000049838", undefined, ["LEGAL_ID_INVALID@CB2"]],
  ["legalId", "356000000", undefined, ["LEGAL_ID_SIREN@CB2"]],
  ["name", "  Société\n des   Eaux ", "Société des Eaux", []],
  ["name", 1789, "1789", []],
  ["name", "", undefined, ["CELL_EMPTY@CA2"]],
  ["name", "x".repeat(301), undefined, ["TEXT_TOO_LONG@CA2"]],
  ["address", null, undefined, ["CELL_EMPTY@CC2"]],
  ["address", true, undefined, ["CELL_UNREADABLE@CC2"]],
] as const)("a consumer's %s typed as %j", async ([field, typed, value, expected]) => {
  const { workbook, codes } = await readTyped(consumerSheet(consumerWith({ [field]: typed })));
  expect(codes).toEqual(expected);
  expect(workbook?.consumers[0]?.[field]).toBe(value);
});

test.for([
  [3, "sans arobase", "email", undefined, ["EMAIL_INVALID@PD2"]],
  [3, "a@b", "email", undefined, ["EMAIL_INVALID@PD2"]],
  [3, "a@b.fr; c@d.fr", "email", undefined, ["EMAIL_INVALID@PD2"]],
  [3, { text: "a@b.fr", hyperlink: "mailto:a@b.fr" }, "email", "a@b.fr", []],
  [4, "'0000123456", "injectionContract", "0000123456", []],
  [4, 123_456, "injectionContract", "0000123456", ["CONTRACT_ZERO_LOST@PE2"]],
  [4, "123456", "injectionContract", undefined, ["CONTRACT_INVALID@PE2"]],
  [4, SCIENTIFIC, "injectionContract", undefined, ["SCIENTIFIC_NOTATION@PE2"]],
  [6, 54, "peakPowerW", 54_000, []],
  [6, "54,5", "peakPowerW", 54_500, []],
  [6, "54 kWc", "peakPowerW", 54_000, []],
  [6, "1 234,5 kW", "peakPowerW", 1_234_500, []],
  [6, "0,3 MWc", "peakPowerW", 300_000, []],
  [6, "9000 Wc", "peakPowerW", 9_000, []],
  [6, 54_000, "peakPowerW", 54_000_000, ["POWER_UNUSUAL@PG2"]],
  [6, "36 kVA", "peakPowerW", undefined, ["POWER_INVALID@PG2"]],
  [6, 0, "peakPowerW", undefined, ["POWER_INVALID@PG2"]],
] as const)("cell %d of a producer typed as %j", async ([column, typed, field, value, expected]) => {
  const row: CellValue[] = [...PRODUCER];
  row[column] = typed;
  const { workbook, codes } = await readTyped(typedWorkbook({ producers: [PRODUCER_HEADERS, row] }));
  expect(codes).toEqual(expected);
  expect(workbook?.producers[0]?.[field]).toBe(value);
});

test("a PRM twice in a sheet is refused with both rows; in both sheets it is a storage unit", async () => {
  const consumers = [
    CONSUMER_HEADERS,
    consumerWith({ coefficient: 50 }),
    [],
    consumerWith({ coefficient: 50, name: "" }),
  ];
  const twice = await readTyped(typedWorkbook({ consumers }));
  expect(twice.codes).toEqual(["CELL_EMPTY@CA4", "PRM_TWICE@CD4"]);
  expect(twice.messages[1]).toContain(`${PRM[0]} est aux lignes 2 et 4`);
  const both = await readTyped(typedWorkbook({ consumers: [CONSUMER_HEADERS, consumerWith({ prm: PRM[1] })] }));
  expect(both.codes).toEqual([]);
});

test("every problem says its sheet, row, column and what to do", async () => {
  const { problems } = await readTyped(consumerSheet(consumerWith({ prm: "123" })));
  expect(problems.listed).toEqual([
    {
      severity: "error",
      code: "PRM_INVALID",
      sheet: "Consommateurs",
      line: 2,
      column: "D (PRM)",
      message:
        "Feuille «\u00a0Consommateurs\u00a0», cellule D2\u00a0: «\u00a0123\u00a0» n’est pas un numéro de PRM\u00a0: il faut 14 chiffres. " +
        "Mettez la cellule au format Texte et saisissez le numéro entier, avec ses zéros.",
    },
  ]);
});
