import { addDays } from "@/lib/domain/time/civil-date";
import type { Period } from "@/lib/domain/time/period";
import { frenchDay } from "@/lib/formats/french-day";
import { quote } from "@/lib/formats/quote";

// What the reader of a load curve tells a person: where, what, what to do.

export const emptyFile = () => "Le fichier est vide. Redemandez-le à Enedis ou exportez-le de nouveau.";

export const notACurve = () =>
  "Ce fichier n'est pas une courbe de charge : aucune ligne ne commence par une date et une heure (JJ/MM/AAAA HH:MM;…). " +
  "Déposez un fichier « …_CDC.csv » d'Enedis.";

export const stepUnknown = (valuesPerLine: number) =>
  `Les lignes portent ${valuesPerLine} valeur(s) : une heure en porte 1, 2, 4, 6 ou 12. ` +
  "Vérifiez que le fichier n'a pas été modifié et que le séparateur est le point-virgule.";

export const periodTooLong = (days: number) =>
  `Le fichier porterait sur ${days} jours. Vérifiez ses dates : une année y est sans doute fausse.`;

export const headerIgnored = (line: number, text: string) =>
  `Ligne ${line} : « ${quote(text)} » est pris pour un en-tête et ignoré.`;

export const badStamp = (line: number, text: string) =>
  `Ligne ${line} : « ${quote(text)} » ne commence pas par une date et une heure qui existent. ` +
  "Écrivez JJ/MM/AAAA HH:MM, ou supprimez la ligne.";

export const stampNotHour = (line: number, text: string) =>
  `Ligne ${line} : « ${quote(text)} » ne commence pas à une heure pleine. Une ligne porte toutes les valeurs d'une heure : regroupez-les.`;

export const outsidePeriod = (line: number, text: string, { from, toExclusive }: Period) =>
  `Ligne ${line} : « ${quote(text)} » est hors de la période du fichier, du ${frenchDay(from)} au ${frenchDay(addDays(toExclusive, -1))}. ` +
  "Corrigez les dates du nom du fichier, ou retirez la ligne.";

export const skippedHour = (line: number, text: string) =>
  `Ligne ${line} : « ${quote(text)} » porte une heure qui n'existe pas, l'horloge passe de 02:00 à 03:00 ce jour-là. ` +
  "Vérifiez les heures de cette journée.";

export const skippedHourEmpty = (line: number) =>
  `Ligne ${line} : cette heure n'existe pas (passage à l'heure d'été) ; la ligne est vide et ignorée.`;

export const duplicateStamp = (line: number, hour: string, lineBefore: number) =>
  `Ligne ${line} : l'heure ${hour} est déjà donnée à la ligne ${lineBefore}. Gardez une seule des deux lignes.`;

export const valueCount = (line: number, count: number, expected: number) =>
  `Ligne ${line} : ${count} valeur(s) au lieu de ${expected}. ` +
  "Complétez-la : un changement de pas n'est reconnu que sur au moins quatre lignes de suite.";

export const valueUnreadable = (line: number, column: string, text: string) =>
  `Ligne ${line}, ${column} : « ${quote(text)} » n'est pas un nombre. Écrivez une puissance en W, ou rien si elle manque.`;

export const valueNegative = (line: number, column: string, text: string) =>
  `Ligne ${line}, ${column} : « ${quote(text)} » est négatif. Soutirage et injection sont tous deux positifs : vérifiez la courbe.`;

export const valueTooLarge = (line: number, column: string, text: string) =>
  `Ligne ${line}, ${column} : « ${quote(text)} » dépasse 1 GW. Vérifiez la valeur et son unité (W).`;

export const outOfOrder = (line: number) =>
  `Ligne ${line} : les lignes ne se suivent pas dans le temps. Elles ont été remises dans l'ordre ; rien à faire si c'est voulu.`;

export const missingHours = (first: string, last: string, count: number) =>
  count === 1
    ? `Aucune ligne pour l'heure ${first} : ses valeurs sont manquantes.`
    : `Aucune ligne de l'heure ${first} à l'heure ${last} (${count} heures) : leurs valeurs sont manquantes.`;
