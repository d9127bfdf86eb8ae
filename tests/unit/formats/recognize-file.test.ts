import { expect, test } from "vitest";
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
  ["dossier/avril.zip", "PK", "archive"],
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
