import fc from "fast-check";
import { expect, test } from "vitest";
import { civilDate } from "@/lib/domain/time/civil-date";
import { parseMeasureFileName } from "@/lib/formats/annex-6/measure-file-name";
import { readEnergyFile } from "@/lib/formats/annex-6/read-energy-file";
import { writeEnergyFile } from "@/lib/formats/annex-6/write-energy-file";

const PERIOD = { from: civilDate("2017-03-27"), toExclusive: civilDate("2017-04-16") };
const utf8 = (text: string) => new TextEncoder().encode(text);

function read(...lines: readonly string[]) {
  const { rows, totalWh, problems } = readEnergyFile(utf8(lines.join("\r\n")));
  const codes = problems.listed.map(({ code, line }) => `${code}@${line ?? ""}`);
  return { rows, totalWh, codes, messages: problems.listed.map(({ message }) => message) };
}

const brief = ({ rows }: ReturnType<typeof read>) => rows.map(({ label, energyWh }) => [label, energyWh]);

test("the example of annexe 6, in exact watt-hours", () => {
  const { rows, totalWh, codes } = read("HP;134,70;", "HC;8495,17;", "");
  expect(codes).toEqual([]);
  expect(rows).toEqual([
    { label: "HP", tariffPeriod: "HP", energyWh: 134_700 },
    { label: "HC", tariffPeriod: "HC", energyWh: 8_495_170 },
  ]);
  expect(totalWh).toBe(8_629_870);
});

test.for<readonly [string, readonly string[], readonly (readonly [string, number | null])[], readonly string[]]>([
  [
    "no last separator, a stray space",
    ["HPH;1,5", "HCB;2 ;"],
    [
      ["HPH", 1_500],
      ["HCB", 2_000],
    ],
    [],
  ],
  [
    "quotes, blank lines",
    ['"hp";"1,50";', "", "hc;2;"],
    [
      ["HP", 1_500],
      ["HC", 2_000],
    ],
    [],
  ],
  ["words for codes", ["Heures pleines saison basse;1;"], [["HPB", 1_000]], []],
  ["a header", ["Poste;kWh", "HP;1"], [["HP", 1_000]], ["HEADER_IGNORED@1"]],
  [
    "an unknown label keeps its energy",
    ["HP;1;", "Week-end;2;"],
    [
      ["HP", 1_000],
      ["Week-end", 2_000],
    ],
    ["PERIOD_UNKNOWN@2"],
  ],
  [
    "a missing value is not zero",
    ["HP;;", "HC;2;"],
    [
      ["HP", null],
      ["HC", 2_000],
    ],
    ["VALUE_MISSING@1"],
  ],
  [
    "a bad value hides no other",
    ["HP;x;", "HC;2;", "P;-3;"],
    [["HC", 2_000]],
    ["VALUE_UNREADABLE@1", "VALUE_NEGATIVE@3"],
  ],
  [
    "a period twice",
    ["HP;1;", "hp;2;", "HC;3"],
    [
      ["HP", 1_000],
      ["HC", 3_000],
    ],
    ["PERIOD_TWICE@2"],
  ],
  ["an unknown label twice", ["WE;1;", "we;2;"], [["WE", 1_000]], ["PERIOD_UNKNOWN@1", "PERIOD_TWICE@2"]],
  ["no label", [";12,5;", "HP;1;"], [["HP", 1_000]], ["PERIOD_EMPTY@1"]],
  ["a value cut by a separator", ["HP;134;70;", "HC;1;"], [["HC", 1_000]], ["TOO_MANY_VALUES@1"]],
  ["thousands or decimals", ["HP;8.495;", "HC;1;"], [["HC", 1_000]], ["VALUE_AMBIGUOUS@1"]],
  ["nothing", [], [], ["EMPTY_FILE@"]],
  ["a curve", ["27/03/2017 00:00;6666;6000;"], [], ["NOT_AN_ENERGY_FILE@"]],
  ["a text", ["Bonjour", "voici le fichier"], [], ["NOT_AN_ENERGY_FILE@"]],
])("%s", ([, lines, rows, codes]) => {
  const reading = read(...lines);
  expect(brief(reading)).toEqual(rows);
  expect(reading.codes).toEqual(codes);
});

test("a total is known only when every row is", () => {
  expect(read("HP;1;", "WE;2;").totalWh).toBe(3_000);
  expect(read("HP;1;", "HC;;").totalWh).toBeNull();
  expect(read("HP;1;", "HC;x;").totalWh).toBeNull();
});

test("a problem says where, what and what to do", () => {
  expect(read("HP;134;70;", "HC;x").messages).toEqual([
    "Ligne 1\u00a0: «\u00a070\u00a0» suit la quantité. Une ligne porte un nom et une seule quantité, à virgule décimale.",
    "Ligne 2, quantité\u00a0: «\u00a0x\u00a0» n’est pas une énergie. Écrivez un nombre de kWh, comme 134,70.",
  ]);
});

test("any encoding", () => {
  expect(readEnergyFile(new Uint8Array([0xef, 0xbb, 0xbf, ...utf8("HP;1;")])).totalWh).toBe(1_000);
  expect(readEnergyFile(new Uint8Array([...Buffer.from("Heures creuses \xe9t\xe9;1;", "latin1")])).rows).toEqual([
    { label: "HCB", tariffPeriod: "HCB", energyWh: 1_000 },
  ]);
});

test("the token of the convention's energy files says no quantity: it must be asked", () => {
  for (const token of ["quantités", "quantites", "Quantités"]) {
    const name = parseMeasureFileName(`12345678901234_27032017_15042017_${token}_Energie.csv`);
    expect(name).toMatchObject({ kind: "energy", typeToken: token, quantity: null, period: PERIOD });
  }
  const example = parseMeasureFileName("12345678901234_27032017_15042017_Autoconso_ENERGIE.csv");
  expect(example).toMatchObject({ kind: "energy", quantity: "self_consumed" });
});

test("what is written is read back", () => {
  const labels = fc.constantFrom("BASE", "P", "HP", "HC", "HPH", "HCH", "HPB", "HCB", "HCJR", "Week-end");
  const energyWh = fc.option(fc.integer({ min: 0, max: 1e11 }).map((tens) => tens * 10));
  const rows = fc.uniqueArray(fc.record({ label: labels, energyWh }), { selector: ({ label }) => label, minLength: 1 });
  fc.assert(
    fc.property(rows, (written) => {
      const file = { identifier: "12345678901234", quantity: "complement", period: PERIOD, rows: written } as const;
      const { name, text } = writeEnergyFile(file);
      expect(parseMeasureFileName(name)).toMatchObject({ kind: "energy", quantity: "complement", period: PERIOD });
      const reading = readEnergyFile(utf8(text));
      // A file of unknown labels and no energy at all says nothing.
      if (written.every((row) => row.label === "Week-end" && row.energyWh === null)) return;
      expect(reading.problems.errorCount).toBe(0);
      expect(reading.rows.map((row) => ({ label: row.label, energyWh: row.energyWh }))).toEqual(written);
    }),
  );
});
