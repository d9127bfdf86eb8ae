import fc from "fast-check";
import { expect, test } from "vitest";
import { addDays, civilDate } from "@/lib/domain/time/civil-date";
import { readPerimeterFile } from "@/lib/formats/annex-6/read-perimeter-file";
import { writePerimeterFile } from "@/lib/formats/annex-6/write-perimeter-file";

const HEADER = "PDL/PRM/PADT-P;Date debut rattachement;Date fin rattachement;";
const utf8 = (text: string) => new TextEncoder().encode(text);

function read(...lines: readonly string[]) {
  const { rows, problems } = readPerimeterFile(utf8(lines.join("\r\n")));
  const codes = problems.listed.map(({ code, line }) => `${code}@${line ?? ""}`);
  return { rows, codes, problems };
}

test("the example of annexe 6: a PRM that lost its zero, an injection contract, open ends", () => {
  const { rows, codes } = read(HEADER, "1234567891234;01/01/2019;31/12/9999;", "0000123456;01/01/2019;31/12/9999;", "");
  expect(rows).toMatchObject([
    { identifier: { kind: "metering_point", prm: "01234567891234" }, from: "2019-01-01", toExclusive: null },
    { identifier: { kind: "injection_contract", reference: "0000123456" }, from: "2019-01-01", toExclusive: null },
  ]);
  expect(codes).toEqual(["PRM_ZERO_LOST@2"]);
});

const PRM = "99000000000134";

test.for([
  [
    "accents, case, BOM",
    "\ufeffpdl/prm/padt-p;DATE DÉBUT RATTACHEMENT;Date fin rattachement",
    `${PRM};01/01/2019;01/02/2019`,
  ],
  ["another order, more columns", "Date fin;Nom;Date début;PRM", `01/02/2019;Mairie;01/01/2019;${PRM}`],
  ["quotes and spaces", HEADER, `"${PRM}" ; 1/1/2019 ;"01/02/2019";`],
  ["ISO dates with midnight", HEADER, `${PRM};2019-01-01;2019-02-01 00:00:00;`],
] as const)("%s", ([, header, line]) => {
  const { rows, codes } = read(header, "", line);
  expect(codes).toEqual([]);
  expect(rows).toMatchObject([{ identifier: { prm: PRM }, from: "2019-01-01", toExclusive: "2019-02-01" }]);
});

test("Windows-1252 headers", () => {
  const text = `PDL/PRM/PADT-P;Date d\u00e9but;Date fin\n${PRM};01/01/2019;31/12/9999\n`;
  expect(readPerimeterFile(Buffer.from(text, "latin1")).rows).toHaveLength(1);
});

test.for([
  [[], ["EMPTY_FILE@"], 0],
  [["27/03/2017 00:00;6666;6000;"], ["NOT_A_PERIMETER@1"], 0],
  [["PRM;Date début;"], ["COLUMN_MISSING@1"], 0],
  [[HEADER], ["NO_ROW@"], 0],
  [[`${PRM};01/01/2019;31/12/9999;`], ["HEADER_MISSING@1"], 1],
  [[HEADER, ";01/01/2019;31/12/9999;", `${PRM};01/01/2019;31/12/9999;`], ["IDENTIFIER_EMPTY@2"], 1],
  [[HEADER, "1,23457E+13;01/01/2019;31/12/9999;"], ["SCIENTIFIC_NOTATION@2"], 0],
  [[HEADER, "ACC00000001;01/01/2019;31/12/9999;"], ["IDENTIFIER_OPERATION@2"], 0],
  [[HEADER, "12345;01/01/2019;31/12/9999;"], ["IDENTIFIER_UNKNOWN@2"], 1],
  [[HEADER, `${PRM};30/02/2019;;`], ["DATE_UNREADABLE@2", "DATE_UNREADABLE@2"], 0],
  [[HEADER, `${PRM};02/01/2019;01/01/2019;`], ["END_BEFORE_START@2"], 0],
  [[HEADER, `${PRM};01/01/2019;01/01/2019;`], ["EMPTY_PERIOD@2"], 0],
  [[HEADER, `${PRM};01/01/2019;31/12/9999;`, `${PRM};01/06/2019;01/07/2019;`], ["OVERLAP@3"], 1],
  [[HEADER, `${PRM};01/01/2019;31/12/9999;`, `${PRM};01/01/2019;31/12/9999;`], ["ROW_TWICE@3"], 1],
  [[HEADER, `${PRM};01/01/2019;01/06/2019;`, `${PRM};01/06/2019;31/12/9999;`], [], 2],
] as const)("%j gives %j and %d row(s)", ([lines, expected, rowCount]) => {
  const { rows, codes } = read(...lines);
  expect(codes).toEqual(expected);
  expect(rows).toHaveLength(rowCount);
});

test("what is written is read back", () => {
  const day = fc.integer({ min: 0, max: 20_000 }).map((count) => addDays(civilDate("2015-01-01"), count));
  const row = fc.record({
    identifier: fc.oneof(
      fc.stringMatching(/^\d{14}$/).map((prm) => ({ kind: "metering_point" as const, prm })),
      fc.stringMatching(/^\d{10}$/).map((reference) => ({ kind: "injection_contract" as const, reference })),
    ),
    from: day,
    length: fc.option(fc.integer({ min: 1, max: 5_000 })),
  });
  const idOf = ({ identifier }: { identifier: { prm: string } | { reference: string } }) =>
    "prm" in identifier ? identifier.prm : identifier.reference;
  fc.assert(
    fc.property(fc.uniqueArray(row, { selector: idOf }), (samples) => {
      const rows = samples.map(({ identifier, from, length }) => ({
        identifier,
        from,
        toExclusive: length === null ? null : addDays(from, length),
      }));
      const { name, text } = writePerimeterFile(rows.map((each) => ({ ...each, identifier: idOf(each) })));
      expect(name).toBe("Perimetre_Participants.csv");
      const reading = readPerimeterFile(utf8(text));
      expect(reading.rows).toMatchObject(rows);
      expect(reading.problems.errorCount).toBe(0);
    }),
  );
});

test("the file is written as annexe 6 prints it", () => {
  const from = civilDate("2019-01-01");
  expect(writePerimeterFile([{ identifier: "0000123456", from, toExclusive: null }]).text).toBe(
    `${HEADER}\r\n0000123456;01/01/2019;31/12/9999;\r\n`,
  );
});
