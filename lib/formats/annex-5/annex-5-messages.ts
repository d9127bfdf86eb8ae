import { addDays } from "@/lib/domain/time/civil-date";
import type { Period } from "@/lib/domain/time/period";
import { frenchDay } from "@/lib/formats/french-day";
import { quote } from "@/lib/formats/quote";

// What the reader of a file of coefficients tells a person: where, what, what to do.

const days = ({ from, toExclusive }: Period) => `du ${frenchDay(from)} au ${frenchDay(addDays(toExclusive, -1))}`;

/** As the file has it, with its sign: `100,0001 %`. */
function percent(ppm: number): string {
  const fraction = String(ppm % 10_000)
    .padStart(4, "0")
    .replace(/0+$/, "");
  return `${Math.floor(ppm / 10_000)}${fraction === "" ? "" : `,${fraction}`}\u00a0%`;
}

export const badName = (name: string, expected: string) =>
  `Le nom « ${quote(name)} » n'est pas celui d'un fichier de coefficients. Renommez-le ${expected}.`;

export const otherOperation = (found: string, expected: string) =>
  `Le nom du fichier porte l'opération ${found}, pas ${expected}. Déposez le fichier de cette opération, ou renommez-le.`;

export const otherStep = (found: number, expected: number) =>
  `Le nom du fichier annonce un pas de ${found} minutes, l'opération a un pas de ${expected} minutes. Refaites le fichier à ce pas.`;

export const rowOffStep = (line: number, text: string, stepMinutes: number) =>
  `Ligne ${line} : « ${quote(text)} » ne commence pas à un pas de ${stepMinutes} minutes. Corrigez l'heure, ou retirez la ligne.`;

export const otherPeriod = (found: Period, expected: Period) =>
  `Le nom du fichier porte la période ${days(found)}, pas la période attendue ${days(expected)}. Vérifiez que c'est le bon fichier, puis corrigez ses dates.`;

export const periodUnknown = () =>
  "Ni le nom du fichier ni la demande ne disent de quelle période il s'agit. Renommez le fichier.";

export const periodTooLong = (count: number) =>
  `Le fichier porterait sur ${count} jours. Vérifiez les dates de son nom : une année y est sans doute fausse.`;

export const rowOutside = (line: number, text: string, period: Period) =>
  `Ligne ${line} : « ${quote(text)} » est hors de la période ${days(period)}. Retirez la ligne, ou corrigez sa date.`;

export const emptyFile = () => "Le fichier est vide. Exportez-le de nouveau.";

export const lineTooLong = (line: number) =>
  `Ligne ${line} : elle est trop longue pour un fichier de coefficients. Vérifiez que c'est bien un fichier de texte, une ligne par pas.`;

export const headerMissing = (line: number) =>
  `Ligne ${line} : l'en-tête manque. La première ligne doit être « Horodate » suivi des PRM, séparés par des points-virgules.`;

export const firstColumn = (line: number, text: string) =>
  `Ligne ${line} : la première colonne s'appelle « ${quote(text)} ». Écrivez « Horodate ».`;

export const noColumns = (line: number) =>
  `Ligne ${line} : l'en-tête ne porte aucun PRM. Écrivez « Horodate » suivi des PRM, séparés par des points-virgules.`;

export const noRows = () => "Le fichier n'a pas de ligne de coefficients après son en-tête. Exportez-le de nouveau.";

export const prmUnreadable = (line: number, text: string) =>
  `Ligne ${line} : « ${quote(text)} » n'est pas un PRM (14 chiffres). Corrigez l'en-tête.`;

export const prmScientific = (line: number, text: string) =>
  `Ligne ${line} : « ${quote(text)} » est une notation scientifique, des chiffres sont perdus. Refaites le fichier sans l'ouvrir dans un tableur.`;

export const prmZeroLost = (line: number, prm: string) =>
  `Ligne ${line} : un PRM a 13 chiffres, son premier zéro s'est sans doute perdu. Lu ${prm} : écrivez-le en entier avant d'envoyer le fichier.`;

export const prmTwice = (line: number, prm: string) =>
  `Ligne ${line} : le PRM ${prm} a deux colonnes. Gardez-en une seule.`;

export const prmForeign = (line: number, prm: string) =>
  `Ligne ${line} : le PRM ${prm} n'est pas un consommateur de l'opération sur cette période. Retirez sa colonne, ou corrigez le périmètre.`;

export const prmMissing = (prm: string) =>
  `Aucune colonne pour le PRM ${prm}, consommateur de l'opération sur cette période. Ajoutez-la, avec 0 s'il ne reçoit rien.`;

export const badStamp = (line: number, text: string) =>
  `Ligne ${line} : « ${quote(text)} » ne commence pas par une date et une heure qui existent. Écrivez JJ-MM-AAAA HH:MM, ou retirez la ligne.`;

export const noSuchHour = (line: number, text: string) =>
  `Ligne ${line} : « ${quote(text)} » porte une heure qui n'existe pas, l'horloge passe de 02:00 à 03:00 ce jour-là. Retirez la ligne.`;

export const rowTwice = (line: number, stamp: string, lineBefore: number) =>
  `Ligne ${line} : le pas ${stamp} est déjà donné à la ligne ${lineBefore}. Gardez une seule des deux lignes.`;

export const rowsMissing = (first: string, last: string, count: number, lineBefore: number) =>
  count === 1
    ? `Après la ligne ${lineBefore}, il manque la ligne du ${first}. Ajoutez-la.`
    : `Après la ligne ${lineBefore}, il manque ${count} lignes, du ${first} au ${last}. Ajoutez-les.`;

export const sumAbove = (line: number, sumPpm: number, excessPpm: number) =>
  `Ligne ${line} : la somme des coefficients fait ${percent(sumPpm)}. Retirez-en ${percent(excessPpm)}.`;

export const cellCount = (line: number, found: number, expected: number) =>
  `Ligne ${line} : ${found} valeur(s) pour ${expected} PRM. Complétez la ligne, ou retirez ce qui est en trop.`;

export const cellEmpty = (line: number, column: string) =>
  `Ligne ${line}, PRM ${column} : la valeur manque. Écrivez un pourcentage, 0 s'il ne reçoit rien.`;

export const cellUnreadable = (line: number, column: string, text: string) =>
  `Ligne ${line}, PRM ${column} : « ${quote(text)} » n'est pas un pourcentage. Écrivez un nombre comme 12,5.`;

export const cellTooPrecise = (line: number, column: string, text: string) =>
  `Ligne ${line}, PRM ${column} : « ${quote(text)} » a plus de quatre décimales. Arrondissez sans que la somme dépasse 100 %.`;

export const cellNegative = (line: number, column: string, text: string) =>
  `Ligne ${line}, PRM ${column} : « ${quote(text)} » est négatif. Un coefficient va de 0 à 100 %.`;

export const cellAbove = (line: number, column: string, text: string) =>
  `Ligne ${line}, PRM ${column} : « ${quote(text)} » dépasse 100 %. Un coefficient va de 0 à 100 %.`;

export const outOfOrder = (line: number) =>
  `Ligne ${line} : les lignes ne se suivent pas dans le temps. Elles ont été remises dans l'ordre ; envoyez le fichier refait, pas celui-ci.`;

const LOOSE = {
  stamp: "les dates ne sont pas écrites",
  decimalPoint: "les décimales suivent un point, pas une virgule",
  trailingSeparator: "des lignes finissent par un point-virgule, ce qui n’est pas",
} as const;

export const writtenOtherwise = (kind: keyof typeof LOOSE) =>
  `Le fichier a été lu, mais ${LOOSE[kind]} comme dans le modèle de l'annexe 5. Envoyez le fichier refait par Prorata, pas celui-ci.`;
