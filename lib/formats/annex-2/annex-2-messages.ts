import { quote } from "@/lib/formats/quote";
import { list } from "@/lib/formats/workbook/sheet-messages";
import type { Annex2Column } from "./annex-2-columns";

// What the reader of an annexe 2 tells a person: where, what, what to do.

export const notAnnex2 = () =>
  "Ce classeur n'est pas une annexe 2 : aucune feuille « Consommateurs », « Producteurs » ni « Type de répartition ». " +
  "Partez du modèle d'Enedis ou d'un export de l'opération.";

export const sheetMissing = (name: string) =>
  `La feuille « ${name} » manque. Ajoutez-la, ou partez d'un export de l'opération.`;

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

function percent(ppm: number): string {
  const [whole = "", decimals = ""] = (ppm / 10_000).toFixed(4).split(".");
  const shown = decimals.replace(/0{1,2}$/, "");
  return `${whole.replace(/\B(?=(\d{3})+$)/g, "\u202f")},${shown}\u00a0%`;
}
