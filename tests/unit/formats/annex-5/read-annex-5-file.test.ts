import { expect, test } from "vitest";
import { civilDate } from "@/lib/domain/time/civil-date";
import { dayRows, halfHours, PRMS, readTestFile } from "./read-test-file";

const NAME = "ACC00000001_30_21062026_21062026.txt";
const PERIOD = { from: civilDate("2026-06-21"), toExclusive: civilDate("2026-06-22") };
const HEADER = `Horodate;${PRMS.join(";")}`;
const EXPECTED = { name: NAME, accNumber: "ACC00000001", stepMinutes: 30, period: PERIOD, consumerPrms: PRMS };
const ROWS = dayRows("21-06-2026", halfHours());

/** The file with some of its lines changed; 1 is the header. */
function fileWith(changes: Readonly<Record<number, string | null>> = {}): string {
  const lines = [HEADER, ...ROWS].map((line, index) => (index + 1 in changes ? changes[index + 1] : line));
  return `${lines.filter((line) => line !== null).join("\r\n")}\r\n`;
}

const row = (clock: string, cells: string) => `21-06-2026 ${clock};${cells}`;

test("the example of annexe 5: the printed rows, then the steps that it leaves out", async () => {
  const printed = [
    HEADER,
    "01-01-2017 00:00;1,5;22,3;17,8",
    "01-01-2017 00:30;8,2;1,5;5,8",
    "01-01-2017 01:00;14,1;9,8;12,6",
    "01-01-2017 01:30;3,0;13,2;27,7",
  ];
  const reading = await readTestFile(printed.join("\r\n"), { name: "ACC00000001_30_01012017_31012017.txt" });
  expect(reading.name).toEqual({
    accNumber: "ACC00000001",
    stepMinutes: 30,
    period: { from: "2017-01-01", toExclusive: "2017-02-01" },
  });
  expect(reading.prms).toEqual(PRMS);
  expect(reading.days[0]?.ppm.map((values) => [...values.subarray(0, 5)])).toEqual([
    [15_000, 82_000, 141_000, 30_000, 0],
    [223_000, 15_000, 98_000, 132_000, 0],
    [178_000, 58_000, 126_000, 277_000, 0],
  ]);
  expect([...(reading.days[0]?.faultySteps.subarray(2, 6) ?? [])]).toEqual([0, 0, 1, 1]);
  expect(reading.codes).toEqual(["R6_ROW_MISSING@5"]);
  expect(reading.problems.listed[0]?.message).toBe(
    "Après la ligne 5, il manque 1484 lignes, du 01-01-2017 02:00 au 31-01-2017 23:30. Ajoutez-les.",
  );
});

test("the placeholders that the convention prints instead of PRM are no PRM", async () => {
  const { codes } = await readTestFile("Horodate;ID_PRM1;IDPRM2;ID_PRM3\n01-01-2017 00:00;1,5;22,3;17,8", {
    name: "ACC00000001_30_01012017_01012017.txt",
  });
  expect(codes.slice(0, 3)).toEqual(["R5_PRM_UNREADABLE@1", "R5_PRM_UNREADABLE@1", "R5_PRM_UNREADABLE@1"]);
});

test("a whole day without a fault", async () => {
  const reading = await readTestFile(fileWith(), EXPECTED);
  expect(reading).toMatchObject({ codes: [], rowCount: 48, period: PERIOD, stepMinutes: 30, prms: PRMS });
  expect(reading.days).toHaveLength(1);
  expect(reading.days[0]?.ppm[1]).toEqual(new Uint32Array(48).fill(223_000));
});

test.for<readonly [string, Readonly<Record<number, string | null>>, readonly string[]]>([
  ["a first column of another name", { 1: `Date;${PRMS.join(";")}` }, ["R4_FIRST_COLUMN@1"]],
  ["an accent and capitals", { 1: `HORODATÉ;${PRMS.join(";")}` }, []],
  ["no heading", { 1: null }, ["R4_HEADER_MISSING@1"]],
  ["a heading without columns", { 1: "Horodate" }, ["R4_NO_COLUMNS@1"]],
  ["commas instead of semicolons", { 1: `Horodate,${PRMS.join(",")}` }, ["R4_NO_COLUMNS@1"]],
  [
    "a PRM missing",
    { 1: HEADER.replace(";32345678901234", ";42345678901234") },
    ["R5_PRM_FOREIGN@1", "R5_PRM_MISSING@1"],
  ],
  ["a PRM twice", { 1: HEADER.replace("32345678901234", "12345678901234") }, ["R5_PRM_TWICE@1", "R5_PRM_MISSING@1"]],
  [
    "a PRM of a spreadsheet",
    { 1: HEADER.replace("32345678901234", "3,23457E+13") },
    ["R5_PRM_SCIENTIFIC@1", "R5_PRM_MISSING@1"],
  ],
  ["a row missing", { 20: null }, ["R6_ROW_MISSING@19"]],
  ["the first row missing", { 2: null }, ["R6_ROW_MISSING@1"]],
  ["the last row missing", { 49: null }, ["R6_ROW_MISSING@48"]],
  ["a row twice", { 3: row("00:00", "1;2;3") }, ["R6_ROW_MISSING@2", "R6_ROW_TWICE@3"]],
  ["a row of another day", { 2: "22-06-2026 00:00;1;2;3" }, ["R6_ROW_MISSING@1", "R3_ROW_OUTSIDE@2"]],
  ["a row between two steps", { 3: row("00:40", "1;2;3") }, ["R6_ROW_MISSING@2", "R2_ROW_OFF_STEP@3"]],
  ["a day that does not exist", { 2: "31-06-2026 00:00;1;2;3" }, ["R6_ROW_MISSING@1", "R8_STAMP@2"]],
  ["an hour that does not exist", { 2: row("24:00", "1;2;3") }, ["R6_ROW_MISSING@1", "R8_STAMP@2"]],
  ["no stamp", { 2: "total;1;2;3" }, ["R6_ROW_MISSING@1", "R8_STAMP@2"]],
  ["100 % exactly", { 2: row("00:00", "33,33;33,33;33,34") }, []],
  ["four decimals", { 2: row("00:00", "33,3333;33,3333;33,3334") }, []],
  ["100,0001 %", { 2: row("00:00", "33,3333;33,3334;33,3334") }, ["R7_SUM_ABOVE_100@2"]],
  ["one above 100 %", { 2: row("00:00", "100,0001;0;0") }, ["R8_ABOVE_100@2", "R7_SUM_ABOVE_100@2"]],
  ["five decimals, even of nothing", { 2: row("00:00", "1,00000;0;0") }, ["R8_TOO_PRECISE@2"]],
  ["a negative", { 2: row("00:00", "-1;0;0") }, ["R8_NEGATIVE@2"]],
  ["an empty cell", { 2: row("00:00", "1;;0") }, ["R8_CELL_EMPTY@2"]],
  ["words", { 2: row("00:00", "1;deux;0") }, ["R8_UNREADABLE@2"]],
  ["a thousand digits", { 2: row("00:00", `${"9".repeat(1_000)};0;0`) }, ["R8_ABOVE_100@2", "R7_SUM_ABOVE_100@2"]],
  ["a cell too few", { 2: row("00:00", "1;2") }, ["R8_CELL_COUNT@2"]],
  ["a cell too many", { 2: row("00:00", "1;2;3;4") }, ["R8_CELL_COUNT@2"]],
  ["spaces around cells", { 2: "  21-06-2026 00:00 ; 1,5\t; 22,3 ;\u00a017,8 " }, []],
  ["a last separator", { 2: row("00:00", "1,5;22,3;17,8;") }, ["R9_WRITTEN_OTHERWISE"]],
  ["a decimal point", { 2: row("00:00", "1.5;22,3;17,8") }, ["R9_WRITTEN_OTHERWISE"]],
  ["slashes", { 2: "21/06/2026 00:00;1;2;3" }, ["R9_WRITTEN_OTHERWISE"]],
  ["two rows in another order", { 4: ROWS[3] ?? "", 5: ROWS[2] ?? "" }, ["R9_OUT_OF_ORDER@5"]],
  [
    "several faults",
    { 2: row("00:00", "a;b;3"), 9: null, 30: row("14:00", "99;1;0,0001") },
    ["R8_UNREADABLE@2", "R8_UNREADABLE@2", "R6_ROW_MISSING@8", "R7_SUM_ABOVE_100@29"],
  ],
])("%s", async ([, changes, codes]) => {
  expect((await readTestFile(fileWith(changes), EXPECTED)).codes).toEqual(codes);
});

test("a faulty row is told, marked, and its values are not used; the others are", async () => {
  const changes = { 2: row("00:00", "99;1;0,0001"), 3: row("00:30", "x;1;1"), 20: null };
  const { days, problems } = await readTestFile(fileWith(changes), EXPECTED);
  const faulty = [...(days[0]?.faultySteps ?? [])].flatMap((mark, step) => (mark === 1 ? [step] : []));
  expect(faulty).toEqual([0, 1, 18]);
  expect(days[0]?.ppm.map((values) => values[0])).toEqual([0, 0, 0]);
  expect(days[0]?.ppm.map((values) => values[2])).toEqual([15_000, 223_000, 178_000]);
  expect(problems.listed.map(({ column, message }) => [column, message])).toEqual([
    [undefined, "Ligne 2\u00a0: la somme des coefficients fait 100,0001\u00a0%. Retirez-en 0,0001\u00a0%."],
    [
      PRMS[0],
      "Ligne 3, PRM 12345678901234\u00a0: «\u00a0x\u00a0» n’est pas un pourcentage. Écrivez un nombre comme 12,5.",
    ],
    [undefined, "Après la ligne 19, il manque la ligne du 21-06-2026 09:00. Ajoutez-la."],
  ]);
});

test.for<readonly [string, Partial<typeof EXPECTED>, readonly string[]]>([
  ["coefficients.txt", {}, ["R1_NAME"]],
  ["ACC00000001_30_21062026_21062026.csv", {}, ["R1_NAME"]],
  ["ACC00000002_30_21062026_21062026.txt", {}, ["R1_OPERATION"]],
  ["ACC00000001_10_21062026_21062026.txt", {}, ["R2_STEP"]],
  ["ACC00000001_30_21062026_22062026.txt", {}, ["R3_PERIOD"]],
  ["acc00000001_30_21062026_21062026 (1).TXT", {}, []],
  ["C:\\envois\\ACC00000001_30_21062026_21062026.txt", {}, []],
])("the name %s", async ([name, rest, codes]) => {
  expect((await readTestFile(fileWith(), { ...EXPECTED, ...rest, name })).codes).toEqual(codes);
});

test("a file of another month is told once, and its rows are read as those of its own month", async () => {
  const july = { from: civilDate("2026-07-01"), toExclusive: civilDate("2026-07-02") };
  const { codes, period } = await readTestFile(fileWith({ 9: null }), { ...EXPECTED, period: july });
  expect(codes).toEqual(["R6_ROW_MISSING@8", "R3_PERIOD"]);
  expect(period).toEqual(PERIOD);
});

test("without a name, a period or a heading, what can be checked still is", async () => {
  const content = "21-06-2026 00:00;60;50\n21-06-2026 00:30;x;50";
  const { codes, period, days } = await readTestFile(content, { name: "notes.txt" });
  expect(codes).toEqual([
    "R4_HEADER_MISSING@1",
    "R7_SUM_ABOVE_100@1",
    "R8_UNREADABLE@2",
    "R1_NAME",
    "R3_PERIOD_UNKNOWN",
  ]);
  expect(period).toBeNull();
  expect(days).toEqual([]);
});

test("an empty file, one of a heading only, one that is no text", async () => {
  expect((await readTestFile("\n \r\n", EXPECTED)).codes).toEqual(["R4_EMPTY"]);
  expect((await readTestFile(HEADER, EXPECTED)).codes).toEqual(["R4_NO_ROWS"]);
  const noise = Uint8Array.from({ length: 3_000_000 }, (_, k) => 128 + (k % 100));
  expect((await readTestFile(noise, { ...EXPECTED, pieceBytes: 65_536 })).codes).toEqual(["R4_LINE_TOO_LONG@1"]);
});

test.for([
  { day: "2026-03-29", passages: 0, rows: 46 },
  { day: "2026-10-25", passages: 2, rows: 50 },
])("$day has $rows rows", async ({ day, passages, rows }) => {
  const [year, month, dayOfMonth] = day.split("-");
  const lines = dayRows(`${dayOfMonth}-${month}-${year}`, halfHours(passages)).map((line, k) =>
    line.replace("1,5;", `${k / 10};`.replace(".", ",")),
  );
  const name = `ACC00000001_30_${dayOfMonth}${month}${year}_${dayOfMonth}${month}${year}.txt`;
  const { codes, days } = await readTestFile([HEADER, ...lines].join("\n"), { name });
  expect(codes).toEqual([]);
  expect([...(days[0]?.ppm[0] ?? [])]).toEqual(Array.from({ length: rows }, (_, k) => k * 1_000));

  const back = await readTestFile([HEADER, ...lines.toReversed()].join("\n"), { name });
  expect(back.codes).toEqual(["R9_OUT_OF_ORDER@3"]);
  expect(back.days).toEqual(days);
});

test("in October the second 02:00 alone is missing where it comes once, in March 02:00 is one row too many", async () => {
  const october = [HEADER, ...dayRows("25-10-2026", halfHours(2)).toSpliced(6, 1)].join("\n");
  const { problems } = await readTestFile(october, { name: "ACC00000001_30_25102026_25102026.txt" });
  expect(problems.listed.map(({ message }) => message)).toEqual([
    "Après la ligne 7, il manque la ligne du 25-10-2026 02:00 (heure d’hiver). Ajoutez-la.",
  ]);
  const march = [HEADER, ...dayRows("29-03-2026", halfHours(1))].join("\n");
  const { codes } = await readTestFile(march, { name: "ACC00000001_30_29032026_29032026.txt" });
  expect(codes).toEqual(["R6_NO_SUCH_HOUR@6", "R6_NO_SUCH_HOUR@7"]);
});

const encode = (text: string) => new TextEncoder().encode(text);
const utf16 = (text: string) => new Uint8Array(Buffer.from(`\ufeff${text}`, "utf16le"));

test.for<readonly [string, (text: string) => Uint8Array]>([
  ["Windows-1252", (text) => new Uint8Array(Buffer.from(text.replace("Horodate", "Horodaté"), "latin1"))],
  ["UTF-8 with its mark", (text) => encode(`\ufeff${text}`)],
  ["UTF-16", utf16],
  ["line feeds only", (text) => encode(text.replaceAll("\r", ""))],
  ["quotes", (text) => encode(text.replaceAll("1,5", '"1,5"').replace("Horodate", '"Horodate"'))],
  ["blank lines", (text) => encode(`\r\n\r\n${text.replaceAll("\r\n", "\r\n\r\n")}`)],
])("written with %s, cut anywhere", async ([, write]) => {
  const expected = await readTestFile(fileWith(), EXPECTED);
  for (const pieceBytes of [1, 2, 1_000_000]) {
    const reading = await readTestFile(write(fileWith()), { ...EXPECTED, pieceBytes });
    expect(reading.codes).toEqual([]);
    expect(reading.days).toEqual(expected.days);
  }
});

test("a thousand faults are counted, twenty of a kind are listed", async () => {
  const lines = [HEADER, ...dayRows("21-06-2026", halfHours(), "60;60;x")].join("\n");
  const { problems } = await readTestFile(lines, EXPECTED);
  expect(problems.errorCount).toBe(96);
  expect(problems.listed).toHaveLength(40);
});
