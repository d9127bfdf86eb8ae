import ExcelJS from "exceljs";
import { strToU8, unzipSync, zipSync } from "fflate";
import { expect, test } from "vitest";
import { civilDate } from "@/lib/domain/time/civil-date";
import { recognizeFile } from "@/lib/formats/recognize-file";

const encode = (text: string) => new TextEncoder().encode(text);

// Names and first lines as the convention and SGE print them.
test.for([
  ["12345678901234_27032017_15042017_Autoconso_CDC.csv", "", "load_curve"],
  ["12345678901234_27032017_15042017_Autoconso_ENERGIE.csv", "", "energy"],
  ["Perimetre_Participants.csv", "", "perimeter"],
  ["Périmètre_participants (1).csv", "", "perimeter"],
  ["export.csv", "\uFEFFPDL/PRM/PADT-P;Date debut rattachement;", "perimeter"],
  ["ACC00000112_20191001_ANNEXE 2.xlsx", "PK", "annex_2"],
  ["ACC00000001_30_01012017_31012017.txt", "", "annex_5"],
  ["cle.txt", "Horodate;12345678901234;", "annex_5"],
  ["ACC00000112_01012024_31012024.xlsx", "PK", "summary"],
  ["detail.csv", "PRM CONS;AUTOCONSO (kWh)", "producer_detail"],
  ["hdm.csv", "\uFEFFIdentifiant PRM;Type de donnees;Date de debut", "sge_history"],
  ["r63.json", '{"header": {},\n "mesures": [', "r63"],
  ["definitive_active_energy_12345678901234.json", "", "dso_energy"],
  ["reponse", '{ "cons_id": "12345678901234", "startDate": "2026-03-01"', "dso_energy"],
  ["reponse.json", '\uFEFF{\n"unit": "kWh", "quantities": [{ "calendar_type": "', "dso_energy"],
  ["dossier/avril.zip", "PK", "archive"],
  ["12345678901234_27032017_15042017_quantités_Energie.csv", "", "energy"],
  ["export.csv", "HP;134,70;\r\nHC;8495,17;", "energy"],
  ["export.csv", "Heures creuses;8 495,17", "energy"],
  ["export.csv", "Bonjour;12", "unknown"],
  ["ACC00000112_20191001_ANNEXE_2.xlsm", "PK", "annex_2"],
  ["ACC00000112_01012024_31012024.xls", "", "summary"],
  ["notes.txt", "Bonjour", "unknown"],
  ["", "", "unknown"],
] as const)("%s that starts with %j is %s", ([name, start, kind]) => {
  expect(recognizeFile(name, encode(start)).kind).toBe(kind);
});

test("a renamed curve is known by its content, and asks whose it is", () => {
  expect(recognizeFile("ecole.csv", encode("27/03/2017 00:00;6666;6000;\n"))).toEqual({
    kind: "load_curve",
    label: "courbe de charge",
    name: null,
  });
});

test("only the first bytes are looked at", () => {
  expect(recognizeFile("x.bin", new Uint8Array(10_000_000).fill(65)).kind).toBe("unknown");
});

async function workbook(...names: readonly string[]): Promise<Uint8Array> {
  const book = new ExcelJS.Workbook();
  for (const name of names) book.addWorksheet(name);
  return new Uint8Array(await book.xlsx.writeBuffer());
}

const SUMMARY = ["Opération", "Producteurs", "Consommateurs"] as const;
const ANNEX_2 = ["LISEZ-MOI", "Consommateurs", "Producteurs", "Type de répartition"] as const;

test.for<readonly [string, readonly string[], string]>([
  ["synthese.xlsx", SUMMARY, "summary"],
  ["export.xlsx", ["Taux & indicateurs", "Quantités producteurs", "Quantités consommateurs"], "summary"],
  ["export", ["ACC00000112", "Producteurs", "Consommateurs"], "summary"],
  ["perimetre.xlsx", ANNEX_2, "annex_2"],
  // The sheets say more than a name that is wrong.
  ["ACC00000112_01012024_31012024.xlsx", ANNEX_2, "annex_2"],
  ["ACC00000112_20191001_ANNEXE 2.xlsx", SUMMARY, "summary"],
  // Sheets that say nothing leave it to the name.
  ["ACC00000112_01012024_31012024.xlsx", ["Feuil1", "Feuil2", "Feuil3"], "summary"],
  ["classeur.xlsx", ["Feuil1", "Feuil2", "Feuil3"], "unknown"],
  ["liste.xlsx", ["Producteurs", "Consommateurs"], "unknown"],
])("the workbook %s with the sheets %j is %s", async ([name, sheets, kind]) => {
  const recognized = recognizeFile(name, await workbook(...sheets));
  expect(recognized.kind).toBe(kind);
  expect(recognized.problem).toBeUndefined();
});

const ole = (text: string) =>
  new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, ...new Uint8Array(600), ...Buffer.from(text, "utf16le")]);
const withMacros = async (names: readonly string[]) =>
  zipSync({ ...unzipSync(await workbook(...names)), "xl/vbaProject.bin": strToU8("Sub Auto_Open()") });

test.for<readonly [string, () => Uint8Array | Promise<Uint8Array>, string, string]>([
  ["ACC00000112_01012024_31012024.xls", () => ole("Workbook"), "summary", "error WORKBOOK_XLS"],
  ["ACC00000112_01012024_31012024.xlsx", () => ole("EncryptedPackage"), "summary", "error WORKBOOK_ENCRYPTED"],
  ["synthese.xls", () => ole("Workbook"), "unknown", "error WORKBOOK_XLS"],
  [
    "ACC00000112_01012024_31012024.xlsb",
    () => zipSync({ "xl/workbook.bin": strToU8("x") }),
    "summary",
    "error WORKBOOK_BINARY",
  ],
  ["synthese.ods", () => zipSync({ "content.xml": strToU8("<a/>") }), "unknown", "error WORKBOOK_ODS"],
  ["ACC00000112_20191001_ANNEXE 2.xlsm", () => withMacros(ANNEX_2), "annex_2", "error WORKBOOK_MACROS"],
  ["ACC00000112_20191001_ANNEXE 2.xlsx", () => withMacros(ANNEX_2), "annex_2", "error WORKBOOK_MACROS"],
  ["ACC00000112_20191001_ANNEXE 2.xlsm", () => workbook(...ANNEX_2), "annex_2", "error WORKBOOK_MACROS"],
  ["ACC00000112_01012024_31012024.xlsm", () => withMacros(SUMMARY), "summary", "warning MACROS_IGNORED"],
])("%s: what stands in the way is told in French", async ([name, make, kind, problem]) => {
  const recognized = recognizeFile(name, await make());
  expect(recognized.kind).toBe(kind);
  expect(`${recognized.problem?.severity} ${recognized.problem?.code}`).toBe(problem);
  expect(recognized.problem?.message).toMatch(/^(Le|Ce) (classeur|fichier) .+\.$/);
});

test("a person may say otherwise, and the name is read as that kind's", () => {
  const detail = "12345678901234_01042026_30042026.csv";
  expect(recognizeFile(detail, encode("a;b")).kind).toBe("unknown");
  expect(recognizeFile(detail, encode("a;b"), "producer_detail")).toMatchObject({
    kind: "producer_detail",
    label: "détail par consommateur d'un producteur",
    name: { producer: { prm: "12345678901234" }, period: { from: civilDate("2026-04-01") } },
  });
  const curve = "12345678901234_01042026_30042026_Conso_CDC.csv";
  expect(recognizeFile(curve, encode("HP;1;"), "energy")).toMatchObject({
    kind: "energy",
    name: { quantity: "withdrawal" },
  });
  expect(recognizeFile("x.csv", encode("HP;1;"), "load_curve")).toMatchObject({ kind: "load_curve", name: null });
  expect(recognizeFile("synthese.xlsx", encode("PK"), "summary")).toMatchObject({ kind: "summary", name: null });
  expect(recognizeFile("mesures.bin", encode("PK"), "archive")).toEqual({ kind: "archive", label: "archive zip" });
});

test("a bomb is not unpacked to know what it is", async () => {
  const parts = unzipSync(await workbook(...SUMMARY));
  const bomb = zipSync({ ...parts, "xl/workbook.xml": new Uint8Array(20_000_000) });
  expect(recognizeFile("synthese.xlsx", bomb).kind).toBe("unknown");
  expect(recognizeFile("ACC00000112_01012024_31012024.xlsx", bomb).kind).toBe("summary");
});
