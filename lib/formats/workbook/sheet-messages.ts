import { quote } from "@/lib/formats/quote";
import type { CellPlace } from "./cell-place";
import type { SheetColumn } from "./sheet-table";

// What is said of a sheet, whatever its format: where, what, what to do.

const MAX_LISTED = 10;

export const sheetEmpty = (sheet: string, expected: readonly SheetColumn<string>[]) =>
  `La feuille « ${sheet} » est vide. Écrivez les en-têtes sur une ligne (${headers(expected)}), puis une ligne par PRM.`;

export const headersMissing = (sheet: string, expected: readonly SheetColumn<string>[]) =>
  `La feuille « ${sheet} » n'a pas de ligne d'en-têtes reconnue. Écrivez au-dessus des données : ${headers(expected)}.`;

export const columnMissing = (sheet: string, { header }: SheetColumn<string>) =>
  `Feuille « ${sheet} » : la colonne « ${header} » manque. Ajoutez-la et remplissez-la.`;

export const columnTwice = (sheet: string, { label }: SheetColumn<string>, first: string, second: string) =>
  `Feuille « ${sheet} » : les colonnes ${first} et ${second} disent toutes deux « ${label} ». Gardez-en une seule.`;

export const columnIgnored = (sheet: string, letter: string, header: string) =>
  `Feuille « ${sheet} » : la colonne ${letter} « ${quote(header)} » n'est pas attendue ici, elle est ignorée.`;

export const sheetHidden = (sheet: string) => `La feuille « ${sheet} » est masquée. Elle est lue comme les autres.`;

export const rowsHidden = (sheet: string, rows: readonly number[]) =>
  `Feuille « ${sheet} » : des lignes sont masquées (${list(rows)}). Elles sont lues comme les autres : supprimez celles qui ne comptent plus.`;

export const columnsHidden = (sheet: string, letters: readonly string[]) =>
  `Feuille « ${sheet} » : des colonnes sont masquées (${list(letters)}). Elles sont lues comme les autres : vérifiez-les.`;

export const cellsMerged = (sheet: string, addresses: readonly string[]) =>
  `Feuille « ${sheet} » : des cellules sont fusionnées (${list(addresses)}). Leur valeur est reprise sur chaque ligne : défusionnez-les si ce n'est pas voulu.`;

export const totalIgnored = (sheet: string, line: number) =>
  `Feuille « ${sheet} », ligne ${line} : cette ligne de total n'est pas un PRM, elle est ignorée.`;

export const cell = (place: CellPlace, what: string) =>
  `Feuille « ${place.sheet} », cellule ${place.letter ?? ""}${place.line} : ${what}`;

export const formulaRead = (place: CellPlace, text: string) =>
  cell(place, `la formule est lue par son résultat, « ${quote(text)} ». Remplacez-la par sa valeur.`);

export const duplicatePrm = (sheet: string, prm: string, first: number, second: number) =>
  `Feuille « ${sheet} » : le PRM ${prm} est aux lignes ${first} et ${second}. Gardez une seule des deux lignes.`;

/** The first items of a list, and how many more there are. */
export function list(items: readonly (string | number)[]): string {
  const more = items.length - MAX_LISTED;
  return items.slice(0, MAX_LISTED).join(", ") + (more > 0 ? ` et ${more} de plus` : "");
}

function headers(columns: readonly SheetColumn<string>[]): string {
  return columns.map(({ header }) => `« ${header} »`).join(", ");
}
