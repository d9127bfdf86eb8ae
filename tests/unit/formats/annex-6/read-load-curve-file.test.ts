import { readFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { addDays, civilDate } from "@/lib/domain/time/civil-date";
import type { Period } from "@/lib/domain/time/period";
import { parseMeasureFileName } from "@/lib/formats/annex-6/measure-file-name";
import { readLoadCurveFile } from "@/lib/formats/annex-6/read-load-curve-file";

const NO = Number.NaN;
const HOURS = Array.from({ length: 24 }, (_, h) => h);

function dayOf(text: string): Period {
  const from = civilDate(text);
  return { from, toExclusive: addDays(from, 1) };
}

const utf8 = (text: string) => new TextEncoder().encode(text);

/** Reads lines for one day and tells the first values and the codes. */
function read(lines: readonly string[], day = "2026-06-21", encode: (text: string) => Uint8Array = utf8) {
  const {
    series: [series],
    problems,
  } = readLoadCurveFile(encode(lines.join("\n")), dayOf(day));
  const codes = problems.listed
    .filter(({ code }) => code !== "MISSING_HOURS")
    .map(({ code, line }) => `${code}@${line}`);
  return { stepMinutes: series?.axis.stepMinutes, values: [...(series?.energyWh ?? [])], codes, problems };
}

test("the example of annexe 6: a stray space, a last separator, W to Wh", () => {
  const name = "12345678901234_27032017_15042017_Autoconso_CDC.csv";
  const bytes = readFileSync(path.join("tests/fixtures/annex-6", name));
  const {
    series: [series],
    problems,
  } = readLoadCurveFile(bytes, parseMeasureFileName(name)?.period ?? null);
  expect([...(series?.energyWh.subarray(0, 14) ?? [])]).toEqual(
    [6666, 6000, 41000, 220333, 26666, 62333, 132000, 295333, 83666, 84000, 150666, 319000, 7333, 7000].map(
      (w) => w / 2,
    ),
  );
  expect(series?.axis).toMatchObject({ startMs: Date.parse("2017-03-26T22:00:00Z"), stepMinutes: 30, length: 20 * 48 });
  expect(problems).toMatchObject({ errorCount: 0, warningCount: 1 });
  expect(problems.listed[0]?.message).toBe(
    "Aucune ligne de l’heure 27/03/2017 07:00 à l’heure 15/04/2017 23:00 (473 heures)\u00a0: leurs valeurs sont manquantes.",
  );
});

test.for([
  ["1;", 60, [1]],
  ["1;2;", 30, [0.5, 1]],
  ["1;2;3;4;", 15, [0.25, 0.5, 0.75, 1]],
  ["1;2;3;4;5;6;", 10, [1 / 6, 2 / 6, 3 / 6, 4 / 6, 5 / 6, 1]],
  ["1;2;3;4;5;6;7;8;9;10;11;12;", 5, [1 / 12]],
  ["1;2", 30, [0.5, 1]],
  ["12,5;0.25", 30, [6.25, 0.125]],
  [" 1 ;\t2 ;", 30, [0.5, 1]],
  ["+1;002;", 30, [0.5, 1]],
  ["-0;0;", 30, [0, 0]],
  ["1,;2;", 30, [0.5, 1]],
  ["0,30000000000000004;2;", 30, [0.15000000000000002, 1]],
  [";2;", 30, [NO, 1]],
  ["1;;", 30, [0.5, NO]],
  [";;", 30, [NO, NO]],
] as const)("an hour of %j", ([cells, stepMinutes, start]) => {
  const other = ";9".repeat(60 / stepMinutes) + (cells.endsWith(";") ? ";" : "");
  const lines = [`21/06/2026 00:00;${cells}`, `21/06/2026 01:00${other}`, `21/06/2026 02:00${other}`];
  const { values, codes, ...rest } = read(lines);
  expect(rest.stepMinutes).toBe(stepMinutes);
  expect(values.slice(0, start.length)).toEqual(start);
  expect(codes).toEqual([]);
});

test("an empty last cell is a missing value where lines do not end with a separator", () => {
  const lines = ["21/06/2026 00:00;1;2", "21/06/2026 01:00;3;", "21/06/2026 02:00;5;6", "21/06/2026 03:00;7;8;"];
  const { values, codes } = read(lines);
  expect(values.slice(0, 8)).toEqual([0.5, 1, 1.5, NO, 2.5, 3, 3.5, 4]);
  expect(codes).toEqual([]);
});

test("one damaged line does not decide the step of the others", () => {
  const others = HOURS.slice(1).map((h) => `21/06/2026 ${String(h).padStart(2, "0")}:00;1;2;`);
  const { stepMinutes, codes } = read(["21/06/2026 00:00;1", ...others]);
  expect(stepMinutes).toBe(30);
  expect(codes).toEqual(["VALUE_COUNT@1"]);
});

test.for([
  ["21/06/2026 0:00;2;", []],
  ["21/06/2026 00:00:00;2;", []],
  ["  21/06/2026 00:00 ;2;", []],
  ["21/06/2026 24:00;2;", ["BAD_STAMP@1"]],
  ["31/06/2026 00:00;2;", ["BAD_STAMP@1"]],
  ["2026-06-21 00:00;2;", ["BAD_STAMP@1"]],
  ["21/06/2026 00:30;2;", ["STAMP_NOT_HOUR@1"]],
  ["20/06/2026 23:00;2;", ["OUTSIDE_PERIOD@1"]],
  ["22/06/2026 00:00;2;", ["OUTSIDE_PERIOD@1"]],
  ["Horodate;Puissance (W);", ["HEADER_IGNORED@1"]],
  ["21/06/2026 00:00;2;3;", ["VALUE_COUNT@1"]],
  ["21/06/2026 00:00;", ["VALUE_COUNT@1"]],
  ["21/06/2026 00:00", ["VALUE_COUNT@1"]],
  ["21/06/2026 00:00;12 5;", ["VALUE_UNREADABLE@1"]],
  ["21/06/2026 00:00;1,5E+05;", ["VALUE_UNREADABLE@1"]],
  ["21/06/2026 00:00;NaN;", ["VALUE_UNREADABLE@1"]],
  ["21/06/2026 00:00;1.234,5;", ["VALUE_UNREADABLE@1"]],
  ["21/06/2026 00:00;-3;", ["VALUE_NEGATIVE@1"]],
  ["21/06/2026 00:00;1000000001;", ["VALUE_TOO_LARGE@1"]],
  [`21/06/2026 00:00;${"9".repeat(400)};`, ["VALUE_TOO_LARGE@1"]],
] as const)("first line %j gives %j and does not hide the others", ([line, expected]) => {
  const { codes, values } = read([line, "21/06/2026 01:00;4;", "21/06/2026 02:00;6;", "21/06/2026 03:00;8;"]);
  expect(codes).toEqual(expected);
  expect(values.slice(1, 4)).toEqual([4, 6, 8]);
  expect(values[0]).toBe(expected.length === 0 ? 2 : NO);
});

test("a problem says where, what and what to do, in French", () => {
  const { problems } = read(["21/06/2026 00:00;1;2x;", "21/06/2026 01:00;1;2;"]);
  expect(problems.listed[0]).toEqual({
    severity: "error",
    line: 1,
    column: "valeur 2",
    code: "VALUE_UNREADABLE",
    message:
      "Ligne 1, valeur 2\u00a0: «\u00a02x\u00a0» n’est pas un nombre. Écrivez une puissance en W, ou rien si elle manque.",
  });
});

test("lines out of order are put in order, with a warning", () => {
  const { values, codes } = read(["21/06/2026 01:00;4;", "21/06/2026 00:00;2;", "21/06/2026 02:00;6;"]);
  expect(values.slice(0, 3)).toEqual([2, 4, 6]);
  expect(codes).toEqual(["OUT_OF_ORDER@2"]);
});

test("a stamp given twice is an error; the first one stands", () => {
  const { values, codes, problems } = read(["21/06/2026 00:00;2;", "", "21/06/2026 00:00;3;"]);
  expect(values[0]).toBe(2);
  expect(codes).toEqual(["DUPLICATE_STAMP@3"]);
  expect(problems.listed.map(({ message }) => message).join()).toContain("déjà donnée à la ligne 1");
});

const march = (hours: readonly number[], cells = (h: number) => `${h};`) =>
  hours.map((h) => `29/03/2026 ${String(h).padStart(2, "0")}:00;${cells(h)}`);
const october = (hours: readonly number[]) =>
  hours.map((h, index) => `25/10/2026 ${String(h).padStart(2, "0")}:00;${index};`);

test("23 lines in March", () => {
  const { values, problems } = read(march(HOURS.filter((h) => h !== 2)), "2026-03-29");
  expect(values).toEqual(HOURS.filter((h) => h !== 2));
  expect(problems).toMatchObject({ errorCount: 0, warningCount: 0 });
});

test("02:00 in March is an error, unless it is empty", () => {
  expect(read(march(HOURS), "2026-03-29").codes).toEqual(["SKIPPED_HOUR@3"]);
  const withBlank = read(
    march(HOURS, (h) => (h === 2 ? ";" : `${h};`)),
    "2026-03-29",
  );
  expect(withBlank.codes).toEqual(["SKIPPED_HOUR_EMPTY@3"]);
  expect(withBlank.problems.errorCount).toBe(0);
});

test("25 lines in October: 02:00 twice, summer time first", () => {
  const { values, problems } = read(october([0, 1, 2, 2, ...HOURS.slice(3)]), "2026-10-25");
  expect(values).toEqual(Array.from({ length: 25 }, (_, index) => index));
  expect(problems).toMatchObject({ errorCount: 0, warningCount: 0 });
});

test("25 lines in October, written backwards: the winter 02:00 comes first", () => {
  const lines = october([0, 1, 2, 2, ...HOURS.slice(3)]).toReversed();
  const { values, codes } = read(lines, "2026-10-25");
  expect(values).toEqual(Array.from({ length: 25 }, (_, index) => index));
  expect(codes).toEqual(["OUT_OF_ORDER@2"]);
});

test("24 lines in October: the second 02:00 is missing, not zero", () => {
  const { values, problems } = read(october(HOURS), "2026-10-25");
  expect(values.slice(0, 5)).toEqual([0, 1, 2, NO, 3]);
  expect(problems).toMatchObject({ errorCount: 0, warningCount: 1 });
  expect(problems.listed[0]?.message).toContain("25/10/2026 02:00 (heure d’hiver)");
});

test("a third 02:00 in October is a duplicate", () => {
  expect(read(october([0, 1, 2, 2, 2, ...HOURS.slice(3)]), "2026-10-25").codes).toEqual(["DUPLICATE_STAMP@5"]);
});

const utf16 = (text: string) => new Uint8Array(Uint16Array.from(`\uFEFF${text}`, (c) => c.charCodeAt(0)).buffer);
test.for([
  ["UTF-8 with BOM", (text: string) => utf8(`\uFEFF${text}`)],
  ["CRLF", (text: string) => utf8(text.replaceAll("\n", "\r\n"))],
  ["CR alone", (text: string) => utf8(text.replaceAll("\n", "\r"))],
  ["UTF-16, as Excel's Unicode text", utf16],
  ["no last line end, blank lines", (text: string) => utf8(`\n\n${text.trim()}`)],
] as const)("%s", ([, encode]) => {
  const { values, codes } = read(["21/06/2026 00:00;2;", "21/06/2026 01:00;4;"], "2026-06-21", encode);
  expect(values.slice(0, 2)).toEqual([2, 4]);
  expect(codes).toEqual([]);
});

test("line numbers count blank lines, with CRLF too", () => {
  const bytes = utf8("21/06/2026 00:00;2;\r\n\r\n21/06/2026 01:00;x;\r\n21/06/2026 02:00;y;");
  const { problems } = readLoadCurveFile(bytes, dayOf("2026-06-21"));
  expect(problems.listed.flatMap(({ line }) => line ?? [])).toEqual([3, 4]);
});

test("a cell in Windows-1252 is quoted as its author saw it", () => {
  const bytes = Uint8Array.from([...utf8("21/06/2026 00:00;2;\n21/06/2026 01:00;"), 0xe9, 0x80, ...utf8(";")]);
  expect(readLoadCurveFile(bytes, dayOf("2026-06-21")).problems.listed[0]?.message).toContain("é€");
});

test.for([
  ["", "EMPTY_FILE"],
  [" \r\n\n", "EMPTY_FILE"],
  ["HP;134,70;\nHC;8495,17;\n", "NOT_A_CURVE"],
  ["%PDF-1.7 \u0000\u0001", "NOT_A_CURVE"],
  ["21/06/2026 00:00,1,2\n21/06/2026 01:00,1,2\n", "NOT_A_CURVE"],
  ["21/06/2026 00:00;1;2;3;\n21/06/2026 01:00;1;2;3;\n", "STEP_UNKNOWN"],
  ["21/06/2026 00:00;\n21/06/2026 01:00;\n", "STEP_UNKNOWN"],
  [`21/06/2026 00:00${";1".repeat(500)}\n`, "STEP_UNKNOWN"],
] as const)("%j is no curve: %s", ([text, code]) => {
  const { series, problems } = readLoadCurveFile(utf8(text), dayOf("2026-06-21"));
  expect(series).toEqual([]);
  expect(problems).toMatchObject({ errorCount: 1, listed: [{ code }] });
});

test("without a name, the period is that of the lines", () => {
  const bytes = utf8("22/06/2026 00:00;3;\n21/06/2026 00:00;2;\n");
  const [series] = readLoadCurveFile(bytes, null).series;
  expect(series?.axis).toMatchObject({ startMs: Date.parse("2026-06-20T22:00:00Z"), length: 48 });
});

test.for([
  ["21/06/2026 00:00;3;\n21/06/2096 00:00;2;\n", "PERIOD_TOO_LONG"],
  ["21/06/0026 00:00;3;\n", "NOT_A_CURVE"],
] as const)("a wrong year allocates nothing (%j)", ([text, code]) => {
  const { series, problems } = readLoadCurveFile(utf8(text), null);
  expect(series).toEqual([]);
  expect(problems.listed[0]?.code).toBe(code);
});

test("10 000 bad lines are all counted, 20 of each kind are listed", () => {
  const bad = Array.from({ length: 10_000 }, () => "21/06/2026 01:00;x;");
  const { problems } = read(["21/06/2026 00:00;1;", ...bad]);
  expect(problems.errorCount).toBe(10_000);
  expect(problems.listed.filter(({ code }) => code === "DUPLICATE_STAMP")).toHaveLength(20);
});
