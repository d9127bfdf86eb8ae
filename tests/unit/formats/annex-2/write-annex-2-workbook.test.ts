import ExcelJS from "exceljs";
import fc from "fast-check";
import { strFromU8, unzipSync } from "fflate";
import { expect, test } from "vitest";
import { civilDate } from "@/lib/domain/time/civil-date";
import { parseAnnex2FileName } from "@/lib/formats/annex-2/annex-2-file-name";
import type { Annex2Workbook } from "@/lib/formats/annex-2/annex-2-workbook";
import { readAnnex2Workbook } from "@/lib/formats/annex-2/read-annex-2-workbook";
import { writeAnnex2Workbook } from "@/lib/formats/annex-2/write-annex-2-workbook";

const FILE = { accNumber: "ACC00000112", sentOn: civilDate("2019-10-01") };

// What a person can type, tidied as the reader does; "=1+1" and "'": texts, not formulas.
const text = fc
  .oneof(
    fc.string({ minLength: 1, maxLength: 30 }),
    fc.constantFrom("Église & Cie <SARL>", "=1+1", '"Les Aulnes"', "L'Oustal"),
  )
  .map((value) =>
    value
      .replace(/\s+/g, " ")
      .replace(/_x/gi, "")
      .trim()
      .replace(/^'+\s*/, "")
      .trim(),
  )
  .filter((value) => value !== "");
const legalId = fc.constantFrom(null, "35600000049837", "W123456789");
const prm = fc.stringMatching(/^\d{14}$/);
const identity = { name: text, legalId, address: text, prm };
const byPrm = { selector: (each: { prm: string }) => each.prm, maxLength: 12 };

const workbooks = fc.record({
  kind: fc.constantFrom("static", "dynamic_simple", "dynamic_full", "default"),
  management: fc.constantFrom("standard", "hlm"),
  consumers: fc.uniqueArray(fc.record({ ...identity, coefficientPpm: fc.integer({ min: 0, max: 83_333 }) }), byPrm),
  producers: fc.uniqueArray(
    fc.record({
      ...identity,
      email: fc.stringMatching(/^[a-z]{1,8}@[a-z]{1,8}\.fr$/),
      injectionContract: fc.stringMatching(/^\d{10}$/),
      peakPowerW: fc.integer({ min: 1, max: 10_000_000 }),
    }),
    byPrm,
  ),
}) satisfies fc.Arbitrary<Annex2Workbook>;

test("what is written is read back, without an error", async () => {
  await fc.assert(
    fc.asyncProperty(workbooks, async (workbook) => {
      const { bytes } = await writeAnnex2Workbook(workbook, FILE);
      const reading = await readAnnex2Workbook(bytes);
      expect(reading.problems.listed.filter(({ severity }) => severity === "error")).toEqual([]);
      expect(reading.workbook).toEqual(workbook);
    }),
    { numRuns: 25 },
  );
});

const EXAMPLE: Annex2Workbook = {
  kind: "static",
  management: "standard",
  consumers: [
    { name: "Mme Aulne", legalId: null, address: "2 rue du Four", prm: "01234567891234", coefficientPpm: 233_400 },
    { name: "École", legalId: "W123456789", address: "Place", prm: "99000000000134", coefficientPpm: 766_599 },
  ],
  producers: [
    {
      name: "Commune",
      legalId: "35600000049837",
      address: "Mairie",
      email: "mairie@commune.example",
      injectionContract: "0000123456",
      prm: "99000000000246",
      peakPowerW: 54_500,
    },
  ],
};

test("sheets, headers, text cells and drop-downs are those of the convention", async () => {
  const { name, bytes } = await writeAnnex2Workbook(EXAMPLE, FILE);
  expect(name).toBe("ACC00000112_20191001_ANNEXE 2.xlsx");
  expect(parseAnnex2FileName(name)).toEqual(FILE);
  const book = new ExcelJS.Workbook();
  await book.xlsx.load(bytes.buffer);
  expect(book.worksheets.map((sheet) => sheet.name)).toEqual([
    "LISEZ-MOI",
    "Consommateurs",
    "Producteurs",
    "Type de répartition",
  ]);
  const [, consumers, producers, kind] = book.worksheets;
  expect(consumers?.getRow(1).values).toEqual([
    undefined,
    "Identité ou raison sociale du Consommateur",
    "Numéro de SIRET ou RNA",
    "Adresse du titulaire",
    "Numéro de PRM",
    "Coefficients statiques de Répartition de la production autoconsommée entre chaque Consommateur (valeur en %)",
  ]);
  expect(producers?.getRow(1).values).toEqual([
    undefined,
    "Identité ou raison sociale du Producteur titulaire du contrat d'accès au réseau",
    "Numéro de SIRET ou RNA du Producteur",
    "Adresse du titulaire",
    "Mail du titulaire",
    "Référence du contrat d'accès au réseau en injection",
    "Numéro de PRM",
    "Puissance de l'installation (puissance crête pour le photovoltaïque)",
  ]);
  expect(consumers?.getCell("D2")).toMatchObject({ value: "01234567891234", numFmt: "@" });
  expect(consumers?.getCell("E2")).toMatchObject({ value: 23.34, numFmt: "0.00" });
  expect(consumers?.getCell("E3")).toMatchObject({ value: 76.6599, numFmt: "0.0000" });
  expect(producers?.getCell("E2")).toMatchObject({ value: "0000123456", numFmt: "@" });
  expect(producers?.getCell("G2").value).toBe("54,5");
  expect(kind?.getCell("B2").value).toBe("Statique");
  expect(kind?.getCell("B2").dataValidation).toMatchObject({
    type: "list",
    formulae: ['"Statique,Dynamique Simple,Dynamique Full,Par défaut"'],
  });
  expect(kind?.getCell("B3").dataValidation).toMatchObject({ type: "list", formulae: ['"Standard,HLM"'] });
});

test("drop-downs and limits stand on bounded ranges that do not overlap", async () => {
  const consumers = Array.from({ length: 20 }, (_, index) => ({
    ...(EXAMPLE.consumers[0] as Annex2Workbook["consumers"][number]),
    prm: String(30_000_000_000_000 + index),
  }));
  const { bytes } = await writeAnnex2Workbook({ ...EXAMPLE, consumers }, FILE);
  const parts = unzipSync(bytes);
  const ranges = [2, 3, 4].map((sheet) => {
    const xml = strFromU8(parts[`xl/worksheets/sheet${sheet}.xml`] as Uint8Array);
    return Array.from(xml.matchAll(/<dataValidation .*?sqref="([^"]*)"/g), ([, range]) => range);
  });
  expect(ranges).toEqual([["E2:E121"], [], ["B2", "B3"]]);
});

test("1 000 rows are read and checked in under 2 s", async () => {
  const consumers = Array.from({ length: 1_000 }, (_, index) => ({
    name: `Participant ${index}`,
    legalId: null,
    address: "2 rue du Four, 66370 Pézilla-la-Rivière",
    prm: String(30_000_000_000_000 + index),
    coefficientPpm: 1_000,
  }));
  const { bytes } = await writeAnnex2Workbook({ ...EXAMPLE, consumers }, FILE);
  const start = performance.now();
  const { workbook } = await readAnnex2Workbook(bytes);
  expect(workbook?.consumers).toEqual(consumers);
  expect(performance.now() - start).toBeLessThan(2_000);
});
