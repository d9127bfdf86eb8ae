import { expect, test } from "vitest";
import { civilDate } from "@/lib/domain/time/civil-date";
import { describeLackingDays, missingMeasuresLetter } from "@/lib/format/missing-measures-letter";

const days = (...dates: readonly string[]) => dates.map((day) => civilDate(`2026-10-${day}`));
const POINT = { prm: "30001234567890", role: "consumer", expectedDays: 31 } as const;

test.for([
  [days("19", "20"), [], "du 19/10/2026 au 20/10/2026"],
  [[], days("21"), "incomplet : 21/10/2026"],
  [days("01"), days("21", "22", "25"), "01/10/2026 ; incomplets : du 21/10/2026 au 22/10/2026, 25/10/2026"],
] as const)("days %#", ([absentDays, partialDays, text]) => {
  expect(describeLackingDays({ ...POINT, absentDays, partialDays })).toBe(text);
});

test("nothing at all is said in two words", () => {
  const absentDays = days("30", "31");
  expect(describeLackingDays({ ...POINT, expectedDays: 2, absentDays, partialDays: [] })).toBe("rien reçu");
});

test("the letter names the operation, the period, each PRM and its days", () => {
  const period = { from: civilDate("2026-10-01"), toExclusive: civilDate("2026-11-01") };
  const text = missingMeasuresLetter({ name: "Les Vignes", accNumber: "ACC00000112" }, period, [
    { ...POINT, absentDays: days("19"), partialDays: [] },
    { ...POINT, prm: "30009999999999", role: "producer", absentDays: [], partialDays: days("02") },
  ]);
  expect(text).toContain("« Les Vignes » (ACC00000112)");
  expect(text).toContain("du 01/10/2026 au 31/10/2026");
  expect(text).toContain("- PRM 30001234567890, soutirage : 19/10/2026\n");
  expect(text).toContain("- PRM 30009999999999, injection : incomplet : 02/10/2026\n");
});

test("an operation without a number is named alone", () => {
  const period = { from: civilDate("2026-10-01"), toExclusive: civilDate("2026-11-01") };
  expect(missingMeasuresLetter({ name: "Les Vignes", accNumber: null }, period, [])).toContain("« Les Vignes », il");
});
