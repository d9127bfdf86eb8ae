import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { arrangeRows } from "@/lib/format/arrange-rows";
import {
  formatShown,
  formatTextCell,
  settleDecimals,
  sumShown,
  type TableCell,
  type TableColumn,
  toShownNumbers,
  toTableCsvCell,
} from "@/lib/format/table-cells";

const NAME: TableColumn = { key: "name", label: "Nom", kind: "text" };
const WITHDRAWAL: TableColumn = { key: "w", label: "Soutirage", kind: "energyWh", sum: true };
const SHARED: TableColumn = { key: "s", label: "Autoconsommé", kind: "energyWh", sum: true };
const COMPLEMENT: TableColumn = {
  key: "c",
  label: "Complément",
  kind: "energyWh",
  sum: true,
  differenceOf: ["w", "s"],
};

const rowsOf = (cells: readonly Record<string, TableCell>[]) =>
  cells.map((row, id) => ({ id: String(id), cells: row }));

test("lines and columns add up as they are shown", () => {
  const line = fc.record({
    s: fc.double({ min: 0, max: 1e7, noNaN: true }),
    c: fc.double({ min: 0, max: 1e7, noNaN: true }),
  });
  fc.assert(
    fc.property(fc.array(line, { minLength: 1, maxLength: 50 }), (lines) => {
      const rows = rowsOf(lines.map(({ s, c }) => ({ s, c, w: s + c })));
      const shown = toShownNumbers([WITHDRAWAL, SHARED, COMPLEMENT], rows);
      const sum = (column: TableColumn) => sumShown(column, shown.get(column.key) ?? []) as number;
      expect(Math.round(sum(SHARED) * 10) + Math.round(sum(COMPLEMENT) * 10)).toBe(Math.round(sum(WITHDRAWAL) * 10));
      for (const row of rows.keys()) {
        const at = (key: string) => Math.round((shown.get(key)?.[row] as number) * 10);
        expect(at("s") + at("c")).toBe(at("w"));
      }
    }),
  );
});

test("a sum with an unknown part is unknown, never smaller", () => {
  const shown = toShownNumbers([WITHDRAWAL], rowsOf([{ w: 1000 }, { w: null }]));
  expect(sumShown(WITHDRAWAL, shown.get("w") ?? [])).toBeNull();
});

test("keys of a column share the decimals of the finest", () => {
  const column: TableColumn = { key: "k", label: "Clé", kind: "ppm" };
  const rows = rowsOf([{ k: 500_000 }, { k: 333_300 }, { k: null }]);
  const [settled] = settleDecimals([column], rows) as [TableColumn];
  const shown = toShownNumbers([settled], rows).get("k");
  expect(shown?.map((value) => formatShown(settled, value))).toEqual(["50,00", "33,33", "–"]);
});

describe("texts and files", () => {
  test.for([
    ["text", "Mairie", "Mairie", "Mairie"],
    ["text", "", "–", null],
    ["day", "2026-06-21", "21/06/2026", "21/06/2026"],
    ["month", "2026-06", "juin 2026", "juin 2026"],
    ["status", { text: "complet", tone: "success" }, "complet", "complet"],
    ["text", null, "–", null],
  ] as const)("%s %o", ([kind, cell, text, file]) => {
    const column: TableColumn = { key: "x", label: "x", kind };
    expect(formatTextCell(column, cell)).toBe(text);
    expect(toTableCsvCell(column, cell)).toBe(file);
  });

  test.for([
    ["energyWh", 1234, 1.234],
    ["powerW", 3600, 3.6],
    ["ppm", 125_000, 12.5],
    ["ratio", 0.5, 50],
    ["amountCents", 1234, 12.34],
    ["number", 7, 7],
    ["number", Number.NaN, null],
    ["energyWh", null, null],
  ] as const)("%s %o → %o in full precision", ([kind, cell, file]) => {
    expect(toTableCsvCell({ key: "x", label: "x", kind }, cell)).toBe(file);
  });
});

describe("arrangeRows", () => {
  const rows = rowsOf([
    { name: "École 10", w: 5 },
    { name: "ecole 2", w: null },
    { name: "Mairie", w: 30 },
    { name: "Zoé", w: 5 },
  ]);
  const columns = [NAME, WITHDRAWAL];

  test.for([
    ["ecole", [0, 1]],
    ["ÉCOLE 2", [1]],
    ["", [0, 1, 2, 3]],
    ["30", []], // figures are not searched: they are read
  ] as const)("search %o → %o", ([search, expected]) => {
    expect(arrangeRows(columns, rows, { search })).toEqual(expected);
  });

  test.for([
    ["name", "ascending", [1, 0, 2, 3]],
    ["w", "ascending", [0, 3, 2, 1]],
    ["w", "descending", [2, 0, 3, 1]],
    ["gone", "ascending", [0, 1, 2, 3]],
  ] as const)("sort by %s %s → %o", ([key, direction, expected]) => {
    expect(arrangeRows(columns, rows, { sort: { key, direction } })).toEqual(expected);
  });
});
