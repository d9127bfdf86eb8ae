import { expect, test } from "vitest";
import { MONTHS } from "@/lib/format/format-months";
import { parseMonth } from "@/lib/format/parse-month";

test.for(MONTHS.map((name, index) => [name, index + 1] as const))("reads %s", ([name, month]) => {
  expect([name, name.toUpperCase(), `${name} 2026`].map(parseMonth)).toEqual([month, month, month]);
});

test.for([
  ["oct.-25", 10],
  ["janv. 26", 1],
  ["aout", 8],
  ["juil", 7],
  ["10/2025", 10],
  ["1/2026", 1],
  ["01/11/2025", 11],
  ["2026-02", 2],
  ["2026-02-01", 2],
  ["jui", null],
  ["ma", null],
  ["13/2025", null],
  ["10", null],
  ["Total", null],
  ["", null],
] as const)("reads %j as %j", ([cell, month]) => {
  expect(parseMonth(cell)).toBe(month);
});
