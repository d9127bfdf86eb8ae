import fc from "fast-check";
import { expect, test } from "vitest";
import { civilDate } from "@/lib/domain/time/civil-date";
import { parseProducerDetailFileName } from "@/lib/formats/annex-6/producer-detail-file-name";
import { readProducerDetailFile } from "@/lib/formats/annex-6/read-producer-detail-file";
import { writeProducerDetailFile } from "@/lib/formats/annex-6/write-producer-detail-file";

const PERIOD = { from: civilDate("2026-04-01"), toExclusive: civilDate("2026-05-01") };
const HEADER = "PRM CONS;AUTOCONSO (kWh)";
const A = "99000000000134";
const B = "99000000000246";
const utf8 = (text: string) => new TextEncoder().encode(text);

function read(...lines: readonly string[]) {
  const { rows, totalWh, problems } = readProducerDetailFile(utf8(lines.join("\n")));
  return {
    rows: rows.map(({ consumer, energyWh }) => [
      consumer.kind === "metering_point" ? consumer.prm : consumer.kind,
      energyWh,
    ]),
    totalWh,
    codes: problems.listed.map(({ code, line }) => `${code}@${line ?? ""}`),
  };
}

test("one consumer a line, in exact watt-hours; whether it takes part is not looked at", () => {
  expect(read(HEADER, `${A};134,70`, `${B};8495,17`)).toEqual({
    rows: [
      [A, 134_700],
      [B, 8_495_170],
    ],
    totalWh: 8_629_870,
    codes: [],
  });
});

type Case = readonly [
  what: string,
  lines: readonly string[],
  rows: readonly (readonly [string, number | null])[],
  totalWh: number | null,
  codes: readonly string[],
];

test.for<Case>([
  ["headers by meaning, in another order", ["Autoconso (kWh);PRM cons;", `1,5;${A};`], [[A, 1_500]], 1_500, []],
  ["quotes and an apostrophe", ['"PRM CONS";"AUTOCONSO (kWh)"', `"'${A}";"1"`], [[A, 1_000]], 1_000, []],
  ["no header", [`${A};1`], [[A, 1_000]], 1_000, ["HEADER_MISSING@1"]],
  ["a PRM that lost its zero", [HEADER, "1234567891234;1"], [["01234567891234", 1_000]], 1_000, ["PRM_ZERO_LOST@2"]],
  [
    "a total that is right",
    [HEADER, `${A};1,11`, `${B};2,22`, "TOTAL;3,34"],
    [
      [A, 1_110],
      [B, 2_220],
    ],
    3_330,
    ["TOTAL_IGNORED@4"],
  ],
  ["a total that is not", [HEADER, `${A};1`, "Total;2"], [[A, 1_000]], 1_000, ["TOTAL_IGNORED@3", "TOTAL_DIFFERS@3"]],
  [
    "a PRM twice",
    [HEADER, `${A};1`, `${A};2`, `${B};3`],
    [
      [A, 1_000],
      [B, 3_000],
    ],
    null,
    ["PRM_TWICE@3"],
  ],
  [
    "a missing energy is not zero",
    [HEADER, `${A};`, `${B};3`],
    [
      [A, null],
      [B, 3_000],
    ],
    null,
    ["VALUE_MISSING@2"],
  ],
  ["a bad one hides no other", [HEADER, `${A};x`, `${B};3`], [[B, 3_000]], null, ["VALUE_UNREADABLE@2"]],
  ["no PRM", [HEADER, ";1", `${B};3`], [[B, 3_000]], null, ["IDENTIFIER_EMPTY@2"]],
  ["another identifier is kept, and asked", [HEADER, "École;1"], [["unknown", 1_000]], 1_000, ["IDENTIFIER_UNKNOWN@2"]],
  ["a spreadsheet's number", [HEADER, "9,9E+13;1"], [], null, ["SCIENTIFIC_NOTATION@2"]],
  ["an operation", [HEADER, "ACC00000001;1"], [], null, ["IDENTIFIER_OPERATION@2"]],
  ["a value cut by a separator", [HEADER, `${A};134;70`], [], null, ["TOO_MANY_VALUES@2"]],
  ["no row", [HEADER], [], null, ["NO_ROW@"]],
  ["a column missing", ["PRM CONS;Nom", `${A};École`], [], null, ["COLUMN_MISSING@1"]],
  ["another file", ["Horodate;Valeur", "1;2"], [], null, ["NOT_A_DETAIL@1"]],
  ["nothing", [], [], null, ["EMPTY_FILE@"]],
])("%s", ([, lines, rows, totalWh, codes]) => {
  expect(read(...lines)).toEqual({ rows, totalWh, codes });
});

test.for([
  ["12345678901234_01042026_30042026_Autoprod_DETAIL.csv", "metering_point"],
  ["dossier/0000123456_01042026_30042026.csv", "injection_contract"],
] as const)("%s says whose detail it is", ([name, kind]) => {
  expect(parseProducerDetailFileName(name)).toMatchObject({ producer: { kind }, period: PERIOD });
});

test("another name says nothing: ask", () => {
  expect(parseProducerDetailFileName("detail.csv")).toBeNull();
});

test("what is written is read back", () => {
  const row = fc.record({
    prm: fc.stringMatching(/^\d{14}$/),
    energyWh: fc.option(fc.integer({ min: 0, max: 1e11 }).map((tens) => tens * 10)),
  });
  fc.assert(
    fc.property(fc.uniqueArray(row, { selector: ({ prm }) => prm, minLength: 1 }), (rows) => {
      const { name, text } = writeProducerDetailFile({ producer: A, period: PERIOD, rows });
      expect(parseProducerDetailFileName(name)).toMatchObject({ producer: { prm: A }, period: PERIOD });
      const reading = readProducerDetailFile(utf8(text));
      expect(reading.problems.errorCount).toBe(0);
      expect(reading.rows).toMatchObject(rows.map(({ prm, energyWh }) => ({ consumer: { prm }, energyWh })));
    }),
  );
});
