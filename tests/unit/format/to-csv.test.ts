import Papa from "papaparse";
import { expect, test } from "vitest";
import { toCsv, toCsvCell } from "@/lib/format/to-csv";

test.for([
  [1234.5, "1234,5"],
  [-12.5, "-12,5"],
  [0.1 + 0.2, "0,3"],
  [1e-7, "0,0000001"],
  [1e15, "1000000000000000"],
  [-0, "0"],
  [Number.NaN, ""],
  [null, ""],
  [undefined, ""],
  ["30001234567890", "30001234567890"],
  ["=1+1", "'=1+1"],
  ["+33 4", "'+33 4"],
  ["-2", "'-2"],
  ["@cmd", "'@cmd"],
  ["\t=1", "'\t=1"],
  ["\n=1", "'\n=1"],
  [" =1+1", "' =1+1"],
  ["＝1+1", "'＝1+1"],
  ['=HYPERLINK("http://ailleurs.example")', `'=HYPERLINK("http://ailleurs.example")`],
  ["Mairie", "Mairie"],
] as const)("%o → %o", ([cell, expected]) => {
  expect(toCsvCell(cell)).toBe(expected);
});

test("a French spreadsheet opens it: mark, semicolons, CRLF, quotes where needed", () => {
  const csv = toCsv(
    ["PRM", "Énergie (kWh)"],
    [
      ["École ; « Ferry »", 12.5],
      ['dit "la Halle"', null],
    ],
  );
  expect(csv).toBe('\ufeffPRM;Énergie (kWh)\r\n"École ; « Ferry »";12,5\r\n"dit ""la Halle""";');
  expect(Papa.parse(csv, { delimiter: ";" }).data).toHaveLength(3);
});
