import { AS_TEXT, CELL_MESSAGES } from "@/lib/formats/workbook/cell-messages";
import type { Annex2Field } from "./annex-2-columns";
import type { FieldError, FieldWarning } from "./read-fields";

const EMPTY_ADVICE: Readonly<Record<Annex2Field, string>> = {
  name: "Inscrivez le nom ou la raison sociale",
  legalId: "Inscrivez le numéro de SIRET ou de RNA",
  address: "Inscrivez l'adresse du titulaire",
  email: "Inscrivez l'adresse électronique du titulaire",
  injectionContract: "Inscrivez la référence du contrat d'injection (10 chiffres)",
  prm: "Inscrivez le numéro de PRM (14 chiffres)",
  peakPower: "Inscrivez la puissance en kW",
  coefficient: "La répartition est Statique : inscrivez le coefficient de ce consommateur en %, 0 s'il ne reçoit rien",
};

/** What is wrong with a cell and what to do; `text` is what the cell shows. */
export const ERROR_MESSAGES: Readonly<Record<FieldError, (text: string, field: Annex2Field) => string>> = {
  CELL_EMPTY: (_, field) => `la cellule est vide. ${EMPTY_ADVICE[field]}.`,
  ...CELL_MESSAGES,
  TEXT_TOO_LONG: () => "le texte dépasse 300 caractères. Raccourcissez-le.",
  PRM_INVALID: (text) => `« ${text} » n'est pas un numéro de PRM : il faut 14 chiffres. ${AS_TEXT}.`,
  LEGAL_ID_INVALID: (text) =>
    `« ${text} » n'est ni un SIRET (14 chiffres, clé comprise) ni un RNA (W et 9 chiffres). Vérifiez le numéro, ou laissez vide pour un particulier.`,
  LEGAL_ID_SIREN: (text) =>
    `« ${text} » est un SIREN (9 chiffres). Inscrivez le SIRET de l'établissement (14 chiffres).`,
  CONTRACT_INVALID: (text) =>
    `« ${text} » n'est pas une référence de contrat d'injection : il faut 10 chiffres. ${AS_TEXT}.`,
  EMAIL_INVALID: (text) =>
    `« ${text} » n'est pas une adresse électronique. Inscrivez-en une seule, comme nom@domaine.fr.`,
  COEFFICIENT_INVALID: (text) => `« ${text} » n'est pas un coefficient. Inscrivez un nombre de 0 à 100, comme 23,34.`,
  POWER_INVALID: (text) =>
    `« ${text} » n'est pas une puissance. Inscrivez un nombre de kW supérieur à 0, comme 54 ou 54,5.`,
};

/** How a cell was understood where that may surprise its author. */
export const WARNING_MESSAGES: Readonly<Record<FieldWarning, (text: string) => string>> = {
  PRM_ZERO_LOST: (text) => `« ${text} » a 13 chiffres, son premier zéro s'est perdu : lu 0${text}. ${AS_TEXT}.`,
  PRM_UNUSUAL: (text) => `le PRM « ${text} » est un numéro inhabituel. Vérifiez-le sur la facture ou le compteur.`,
  CONTRACT_ZERO_LOST: (text) => `« ${text} » a perdu ses premiers zéros : lu ${text.padStart(10, "0")}. ${AS_TEXT}.`,
  LEGAL_ID_ZERO_LOST: (text) => `« ${text} » a perdu ses premiers zéros : lu ${text.padStart(14, "0")}. ${AS_TEXT}.`,
  COEFFICIENT_CUT: (text) =>
    `« ${text} » est coupé après 4 décimales. Inscrivez la valeur que vous voulez voir appliquée.`,
  POWER_UNUSUAL: (text) => `« ${text} » ferait plus de 10 MW. La colonne est en kW : vérifiez la valeur.`,
};
