import type { Workbook } from "exceljs";
import { type CellColour, fillOf } from "@/lib/formats/workbook/sheet-style";
import { SHEET_NAMES } from "./annex-2-columns";

const COLOUR_CODE: readonly (readonly [CellColour, string])[] = [
  ["required", "À remplir sur chaque ligne."],
  ["conditional", "À remplir seulement si la répartition est Statique."],
  ["optional", "Peut rester vide : SIRET ou RNA d'un particulier."],
];

const ADVICE: readonly string[] = [
  "Ce classeur décrit le périmètre de l'opération : une ligne par point de livraison (PRM).",
  "Consommateurs : les points qui soutirent. Les coefficients statiques sont en %, de 0 à 100 ; leur somme ne dépasse pas 100.",
  "Producteurs : les points qui injectent. La puissance est en kW (puissance crête pour le photovoltaïque).",
  "Une unité de stockage figure dans les deux feuilles, avec le même PRM. Un site qui consomme et produit aussi, s'il participe aux deux titres.",
  "Type de répartition : deux choix à faire dans les listes déroulantes.",
  "PRM (14 chiffres) et contrats d'injection (10 chiffres) sont des cellules de texte : gardez leurs zéros de tête.",
  "N'ajoutez ni ligne de total, ni formule, ni cellule fusionnée. La date d'effet s'écrit dans le message d'envoi, pas ici.",
];

/** Adds the sheet that says how to fill in the others, with its colour code. */
export function writeGuideSheet(book: Workbook): void {
  const sheet = book.addWorksheet(SHEET_NAMES.guide);
  sheet.columns = [{ width: 14 }, { width: 110 }];
  const title = sheet.addRow(["Annexe 2 : périmètre des participants à l'opération d'autoconsommation collective"]);
  title.font = { bold: true, size: 14 };
  sheet.addRow([]);
  sheet.addRow(["Couleur", "Ce que demande l'en-tête de cette couleur"]).font = { bold: true };
  for (const [colour, meaning] of COLOUR_CODE) sheet.addRow(["", meaning]).getCell(1).fill = fillOf(colour);
  sheet.addRow([]);
  for (const [index, text] of ADVICE.entries()) {
    const row = sheet.addRow([index + 1, text]);
    row.getCell(1).alignment = { horizontal: "left", vertical: "top" };
    row.getCell(2).alignment = { wrapText: true, vertical: "top" };
  }
}
