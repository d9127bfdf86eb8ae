import type ExcelJS from "exceljs";
import { expect, test } from "vitest";
import { CONSUMER, CONSUMER_HEADERS, PRM, PRODUCER, PRODUCER_HEADERS, readTyped, typedWorkbook } from "./test-workbook";

const FULL = [...CONSUMER.slice(0, 4), 100];

test("headers are matched by meaning, in any order, under a title", async () => {
  const book = typedWorkbook({
    consumers: [
      ["Opération des Aulnes"],
      [],
      ["NUMERO DE\nPRM", "coefficient (en %)", "Raison  sociale", "N° Siret", "Adresse", "Remarques"],
      [PRM[0], 100, "Boulangerie", "35600000049837", "2 rue du Four", "rappeler en mai"],
    ],
  });
  const { workbook, codes } = await readTyped(book);
  expect(codes).toEqual(["COLUMN_IGNORED@CF3"]);
  expect(workbook?.consumers).toMatchObject([{ name: "Boulangerie", prm: PRM[0], coefficientPpm: 1_000_000 }]);
});

test.for([
  [{ consumers: [] }, ["SHEET_EMPTY@C"]],
  [{ consumers: [[...FULL]] }, ["HEADERS_MISSING@C"]],
  [{ consumers: [CONSUMER_HEADERS] }, ["NO_CONSUMER@C"]],
  [{ producers: [PRODUCER_HEADERS] }, ["NO_PRODUCER@P"]],
  [{ consumers: null }, ["SHEET_MISSING"]],
  [{ consumers: null, producers: null, kind: null }, ["NOT_ANNEX_2"]],
  [{ consumers: [CONSUMER_HEADERS.slice(0, 4), FULL.slice(0, 4)] }, ["COLUMN_MISSING@C"]],
  [{ producers: [PRODUCER_HEADERS.slice(0, 6), PRODUCER.slice(0, 6)] }, ["COLUMN_MISSING@P1"]],
  [
    {
      consumers: [
        [...CONSUMER_HEADERS, "PRM"],
        [...FULL, PRM[2]],
      ],
    },
    ["COLUMN_TWICE@CF1"],
  ],
] as const)("%j gives %j", async ([sheets, expected]) => {
  expect((await readTyped(typedWorkbook(sheets))).codes).toEqual(expected);
});

test("empty rows, formulas that show nothing and a line of total are passed over", async () => {
  const book = typedWorkbook({
    consumers: [CONSUMER_HEADERS, [], FULL, [null, " ", null, "\u00a0"], ["Total", null, null, null, 100]],
  });
  const sheet = book.getWorksheet("Consommateurs");
  if (sheet) sheet.getCell("D7").value = { formula: 'IF(A7="","",A7)', result: "" };
  const { workbook, codes } = await readTyped(book);
  expect(codes).toEqual(["TOTAL_IGNORED@C5"]);
  expect(workbook?.consumers).toHaveLength(1);
});

test("merged cells are read on each of their rows, hidden ones too, with a warning", async () => {
  const book = typedWorkbook({
    consumers: [CONSUMER_HEADERS, ["SCI", "35600000049837", "2 rue du Four", PRM[0], 50], ["", "", "", PRM[2], 50]],
  });
  const sheet = book.getWorksheet("Consommateurs");
  sheet?.mergeCells("A2:A3");
  sheet?.mergeCells("C2:C3");
  sheet?.mergeCells("B2:B3");
  if (sheet) {
    sheet.getRow(3).hidden = true;
    sheet.getColumn(2).hidden = true;
    sheet.state = "hidden";
  }
  const { workbook, codes, messages } = await readTyped(book);
  expect(codes).toEqual(["SHEET_HIDDEN@C", "ROWS_HIDDEN@C", "COLUMNS_HIDDEN@C", "CELLS_MERGED@C"]);
  expect(messages[3]).toContain("(A2, B2, C2)");
  expect(workbook?.consumers).toMatchObject([{ name: "SCI" }, { name: "SCI", legalId: "35600000049837", prm: PRM[2] }]);
});

test("a cell merged with the one beside it fills one column", async () => {
  const book = typedWorkbook({ consumers: [CONSUMER_HEADERS, ["SCI", null, "2 rue du Four", PRM[0], 100]] });
  book.getWorksheet("Consommateurs")?.mergeCells("A2:B2");
  const { workbook, codes } = await readTyped(book);
  expect(codes).toEqual(["CELLS_MERGED@C", "RESIDENTS@C"]);
  expect(workbook?.consumers).toMatchObject([{ name: "SCI", legalId: null }]);
});

test("data validations, names and merges over whole columns do not keep it busy", async () => {
  const book = typedWorkbook({});
  const sheet = book.getWorksheet("Consommateurs") as ExcelJS.Worksheet & {
    dataValidations: { add: (range: string, rule: object) => void };
  };
  sheet.dataValidations.add("A2:XFD1048576", { type: "list", allowBlank: true, formulae: ['"a,b"'] });
  sheet.addConditionalFormatting({
    ref: "A1:XFD1048576",
    rules: [{ type: "expression", priority: 1, formulae: ["TRUE"], style: {} }],
  });
  const { codes } = await readTyped(book);
  expect(codes).toEqual([]);
});

test("5 000 rows are read; a mistake made 5 000 times is counted, not listed", async () => {
  const rows = Array.from({ length: 5_000 }, (_, index) => ["A", null, "B", String(10_000_000_000_000 + index), "x"]);
  const start = performance.now();
  const { problems } = await readTyped(typedWorkbook({ consumers: [CONSUMER_HEADERS, ...rows] }));
  expect(problems.errorCount).toBe(5_000);
  expect(problems.listed.length).toBeLessThan(50);
  expect(performance.now() - start).toBeLessThan(15_000);
});
