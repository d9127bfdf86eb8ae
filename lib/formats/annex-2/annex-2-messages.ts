import type { Annex2Column } from "./annex-2-columns";
import type { CellPlace } from "./cell-place";

// What the reader of an annexe 2 tells a person: where, what, what to do.

const MAX_QUOTE = 60;
const MAX_LISTED = 10;

export const notAnnex2 = () =>
  "Ce classeur n'est pas une annexe 2 : aucune feuille « Consommateurs », « Producteurs » ni « Type de répartition ». " +
  "Partez du modèle d'Enedis ou d'un export de l'opération.";

export const sheetMissing = (name: string) =>
  `La feuille « ${name} » manque. Ajoutez-la, ou partez d'un export de l'opération.`;

export const sheetEmpty = (sheet: string, expected: readonly Annex2Column[]) =>
  `La feuille « ${sheet} » est vide. Écrivez les en-têtes sur une ligne (${headers(expected)}), puis une ligne par PRM.`;

export const headersMissing = (sheet: string, expected: readonly Annex2Column[]) =>
  `La feuille « ${sheet} » n'a pas de ligne d'en-têtes reconnue. Écrivez au-dessus des données : ${headers(expected)}.`;

export const columnMissing = (sheet: string, { header }: Annex2Column) =>
  `Feuille « ${sheet} » : la colonne « ${header} » manque. Ajoutez-la et remplissez-la.`;

export const columnTwice = (sheet: string, { label }: Annex2Column, first: string, second: string) =>
  `Feuille « ${sheet} » : les colonnes ${first} et ${second} disent toutes deux « ${label} ». Gardez-en une seule.`;

export const columnIgnored = (sheet: string, letter: string, header: string) =>
  `Feuille « ${sheet} » : la colonne ${letter} « ${quote(header)} » n'est pas de l'annexe 2, elle est ignorée.`;

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

export const residents = (sheet: string, rows: readonly number[]) =>
  `Feuille « ${sheet} » : ${rows.length === 1 ? "une ligne" : `${rows.length} lignes`} sans SIRET ni RNA (${list(rows)}). C'est admis pour un particulier : complétez pour une personne morale.`;

export const noRow = (sheet: string, what: "consommateur" | "producteur") =>
  `La feuille « ${sheet} » ne contient aucun ${what}. Sans au moins un producteur et un consommateur, la convention peut être suspendue (article 8.6).`;

export const coefficientColumnMissing = (sheet: string, { header }: Annex2Column) =>
  `Feuille « ${sheet} » : la répartition est Statique et la colonne « ${header} » manque. Ajoutez-la et remplissez-la.`;

export const sumAbove = (sheet: string, ppm: number) =>
  `Feuille « ${sheet} » : la somme des coefficients fait ${percent(ppm)}. Ramenez-la à 100 % au plus.`;

export const sumBelow = (sheet: string, ppm: number) =>
  `Feuille « ${sheet} » : la somme des coefficients fait ${percent(ppm)}. Le reste de la production ira au surplus : vérifiez que c'est voulu.`;

export const coefficientsUnused = (sheet: string) =>
  `Feuille « ${sheet} » : des coefficients sont inscrits, alors que la répartition n'est pas Statique. Ils ne serviront pas.`;

export const kindUnknown = (sheet: string, found: string | null) =>
  `Feuille « ${sheet} » : ${unknown("le type de répartition", found)}. ` +
  "Choisissez Statique, Dynamique Simple, Dynamique Full ou Par défaut.";

export const managementUnknown = (sheet: string, found: string | null) =>
  `Feuille « ${sheet} » : ${unknown("la gestion des ajouts et retraits", found)}. Choisissez Standard ou HLM.`;

function unknown(what: string, found: string | null): string {
  return found === null ? `${what} manque` : `${what} n'est pas reconnu(e) dans « ${quote(found)} »`;
}

function headers(columns: readonly Annex2Column[]): string {
  return columns.map(({ header }) => `« ${header} »`).join(", ");
}

function list(items: readonly (string | number)[]): string {
  const more = items.length - MAX_LISTED;
  return items.slice(0, MAX_LISTED).join(", ") + (more > 0 ? ` et ${more} de plus` : "");
}

function percent(ppm: number): string {
  const [whole = "", decimals = ""] = (ppm / 10_000).toFixed(4).split(".");
  const shown = decimals.replace(/0{1,2}$/, "");
  return `${whole.replace(/\B(?=(\d{3})+$)/g, "\u202f")},${shown}\u00a0%`;
}

/** What a cell shows, cut short for a message. */
export function quote(text: string): string {
  return text.length > MAX_QUOTE ? `${text.slice(0, MAX_QUOTE)}…` : text;
}
