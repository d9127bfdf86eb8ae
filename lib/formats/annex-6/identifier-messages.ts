import { quote } from "@/lib/formats/quote";

// What is said of an identifier in a line of text: where, what, what to do.

export const identifierEmpty = (line: number) =>
  `Ligne ${line} : l'identifiant manque. Complétez-le ou supprimez la ligne.`;

export const identifierScientific = (line: number, text: string) =>
  `Ligne ${line} : « ${quote(text)} » est une notation scientifique, des chiffres sont perdus. Déposez le fichier d'Enedis sans l'ouvrir dans un tableur.`;

export const identifierOperation = (line: number, text: string) =>
  `Ligne ${line} : « ${quote(text)} » est un numéro d'opération, pas un point. Inscrivez un PRM ou supprimez la ligne.`;

export const identifierUnknown = (line: number, text: string) =>
  `Ligne ${line} : « ${quote(text)} » n'est ni un PRM (14 chiffres) ni un contrat d'injection (10 chiffres). Dites à quel point il correspond.`;

export const prmZeroLost = (line: number, prm: string) =>
  `Ligne ${line} : l'identifiant a 13 chiffres, son premier zéro s'est sans doute perdu. Lu ${prm} : vérifiez-le.`;
