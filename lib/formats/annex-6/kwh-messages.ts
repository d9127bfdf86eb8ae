import type { KwhError } from "./read-kwh";

/** What is wrong with an energy and what to do; `text` is what the file says. */
export const KWH_MESSAGES: Readonly<Record<KwhError, (text: string) => string>> = {
  VALUE_UNREADABLE: (text) => `« ${text} » n'est pas une énergie. Écrivez un nombre de kWh, comme 134,70.`,
  VALUE_NEGATIVE: (text) => `« ${text} » est négatif. Toutes les énergies sont positives : vérifiez la valeur.`,
  VALUE_TOO_LARGE: (text) => `« ${text} » dépasse 1 TWh. Vérifiez la valeur et son unité (kWh).`,
  VALUE_AMBIGUOUS: (text) =>
    `« ${text} » peut être un nombre à trois décimales ou des milliers. Écrivez la virgule des décimales, et aucun point.`,
};
