import { strToU8, zipSync } from "fflate";
import { expect, test } from "vitest";
import { fileNamesPerson } from "@/lib/services/personal-data/file-names-person";

const workbook = (cell: string) => zipSync({ "xl/sharedStrings.xml": strToU8(`<si><t>${cell}</t></si>`) });

test.for([
  ["a text", strToU8("Dupont & Fils;30001234567890"), "Dupont & Fils"],
  ["Latin-1", Buffer.from("Éléonore", "latin1"), "Éléonore"],
  ["a cell of a workbook", workbook("Dupont &amp; Fils"), "Dupont & Fils"],
  ["a cell that escapes its apostrophe", workbook("L&apos;Hermite"), "L'Hermite"],
  ["a workbook in an archive", zipSync({ "annexe.xlsx": workbook("Dupont &amp; Fils") }), "Dupont & Fils"],
] as const)("finds a name in %s", ([, bytes, name]) => {
  expect(fileNamesPerson(bytes, [name])).toBe(true);
  expect(fileNamesPerson(bytes, ["Personne d'autre"])).toBe(false);
});
