import type { CellRefusal } from "./cell-checks";

/** What to do with an identifier that lost digits. */
export const AS_TEXT = "Mettez la cellule au format Texte et saisissez le numéro entier, avec ses zéros";

/** Why a cell cannot be read and what to do, whatever is expected of it; `text` is what the cell shows. */
export const CELL_MESSAGES: Readonly<
  Record<Exclude<CellRefusal, "CELL_EMPTY"> | "SCIENTIFIC_NOTATION", (text: string) => string>
> = {
  CELL_UNREADABLE: (text) => `la cellule affiche « ${text} ». Remplacez-la par sa valeur.`,
  CELL_DATE: (text) =>
    `la cellule contient une date (${text}). Mettez-la au format Texte et saisissez de nouveau la valeur.`,
  FORMULA_WITHOUT_RESULT: () =>
    "la cellule contient une formule sans résultat enregistré. Remplacez la formule par sa valeur, ou ouvrez et réenregistrez le classeur.",
  SCIENTIFIC_NOTATION: (text) => `« ${text} » est une notation scientifique, des chiffres sont perdus. ${AS_TEXT}.`,
};
