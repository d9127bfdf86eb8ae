import { quote } from "@/lib/formats/quote";

// What the reader of a summary workbook tells a person: where, what, what to do.

export const notASummary = () =>
  "Ce classeur n'est pas la synthèse d'une opération : il faut trois feuilles, celle de l'opération, celle des producteurs " +
  "et celle des consommateurs. Déposez le classeur « ACC…_JJMMAAAA_JJMMAAAA.xlsx » tel qu'Enedis l'envoie.";

export const sheetMissing = (what: string) =>
  `La feuille ${what} manque ou n'est pas reconnue. Redemandez le classeur à Enedis, ou rétablissez le nom de la feuille.`;

export const sheetIgnored = (sheet: string) =>
  `La feuille « ${quote(sheet)} » n'est pas de la synthèse, elle n'est pas lue.`;

export const noRow = (sheet: string) => `La feuille « ${sheet} » ne contient aucun point. Vérifiez auprès d'Enedis.`;

export const indicatorMissing = (sheet: string, label: string) =>
  `Feuille « ${sheet} » : « ${label} » n'est pas donné. La valeur reste manquante.`;

export const valueMissing = "la valeur manque. Elle reste manquante, elle n'est pas prise pour zéro.";

export const rateInvalid = (text: string) =>
  `« ${quote(text)} » n'est pas un taux. Écrivez un pourcentage, comme 34,2 %.`;

export const rateAmbiguous = (text: string) =>
  `« ${quote(text)} » peut être un rapport ou un pourcentage, il n'est pas lu. Mettez la cellule au format Pourcentage.`;

export const identifierEmpty = "l'identifiant manque. Complétez-le ou supprimez la ligne.";

export const identifierOperation = (text: string) =>
  `« ${quote(text)} » est un numéro d'opération, pas un point. Inscrivez un PRM ou supprimez la ligne.`;

export const identifierUnknown = (text: string) =>
  `« ${quote(text)} » n'est ni un PRM (14 chiffres) ni un contrat d'injection (10 chiffres). Dites à quel point il correspond.`;

export const zeroLost = (text: string, read: string) =>
  `« ${quote(text)} » a perdu ses premiers zéros : lu ${read}. Vérifiez-le.`;

export const periodUnknown = (label: string) =>
  `le poste « ${quote(label)} » n'est pas connu. Ses énergies sont gardées sous ce nom : vérifiez-le.`;

export const periodTwice = (sheet: string, id: string, label: string, first: number, second: number) =>
  `Feuille « ${sheet} » : le poste « ${quote(label)} » du PRM ${quote(id)} est aux lignes ${first} et ${second}. Gardez une seule des deux lignes.`;

export const sumDiffers = (what: string, announced: string, sum: string) =>
  `${what} : ${announced} kWh annoncés, ${sum} kWh en additionnant les lignes. Vérifiez que le classeur est complet.`;
