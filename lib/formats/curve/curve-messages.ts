import type { CivilDate } from "@/lib/domain/time/civil-date";
import { parisLocalTime } from "@/lib/domain/time/paris-local-time";
import { frenchDay } from "@/lib/formats/french-day";
import { quote } from "@/lib/formats/quote";
import type { StampConvention } from "./curve-reading";

// What every reader of curves tells a person; `where` is "Ligne 12" or the path of a JSON value.

export const stepChange = (day: CivilDate, before: number, after: number) =>
  `Le pas de mesure passe de ${before} à ${after} minutes au ${frenchDay(day)}. Chaque partie est lue à son pas ; rien à faire si le compteur a été reprogrammé.`;

export const stepsMixed = (day: CivilDate, minutes: readonly number[]) =>
  `Le ${frenchDay(day)} porte plusieurs pas de mesure (${minutes.join(", ")} minutes). La journée est mise au pas de ${Math.max(...minutes)} minutes par addition des énergies : son total est inchangé.`;

export const noPoints = (where: string) =>
  `${where} : aucune mesure. Vérifiez la période demandée, puis exportez de nouveau le fichier.`;

export const stepUnknown = (where: string) =>
  `${where} : le pas de mesure n'est ni écrit ni lisible dans les horodates. Il doit être de 5, 10, 15, 30 ou 60 minutes : vérifiez l'export.`;

export const periodTooLong = (where: string, days: number) =>
  `${where} : les mesures s'étendraient sur ${days} jours. Vérifiez les dates : une année y est sans doute fausse.`;

export const stampDoubt = (where: string, convention: StampConvention, firstMs: number, lastMs: number) => {
  const taken = convention === "end" ? "fins" : "débuts";
  return (
    `${where} : de ${instant(firstMs)} à ${instant(lastMs)}, rien ne dit si les horodates sont le début ou la fin des pas. ` +
    `Elles sont lues comme des ${taken}. Vérifiez : fin jusqu'à 36 kVA (C5, P4), début au-delà ; une erreur décale la courbe d'un pas.`
  );
};

export const badStamp = (where: string, text: string) =>
  `${where} : « ${quote(text)} » n'est pas une date et une heure qui existent. Écrivez AAAA-MM-JJ HH:MM:SS, ou retirez cette mesure.`;

export const skippedHour = (where: string, text: string) =>
  `${where} : « ${quote(text)} » n'existe pas, l'horloge passe de 02:00 à 03:00 ce jour-là. Vérifiez les heures de cette journée.`;

export const skippedHourEmpty = (where: string, text: string) =>
  `${where} : « ${quote(text)} » n'existe pas (passage à l'heure d'été) ; la mesure est vide et ignorée.`;

export const skippedHourRead = (where: string, text: string) =>
  `${where} : « ${quote(text)} » n'existe pas (passage à l'heure d'été) ; lu comme 03:00, le même instant.`;

export const stampOffStep = (where: string, stepMinutes: number) =>
  `${where} : l'heure ne tombe pas sur un pas de ${stepMinutes} minutes. Corrigez-la ou retirez cette mesure.`;

export const duplicateStamp = (where: string, before: string) =>
  `${where} : cet instant est déjà donné (${before}). Gardez une seule des deux mesures.`;

export const stepsOverlap = (where: string, before: string) =>
  `${where} : ce pas commence avant la fin du précédent (${before}). Vérifiez les heures et le pas de mesure.`;

export const outOfOrder = (where: string) =>
  `${where} : les mesures ne se suivent pas dans le temps. Elles ont été remises dans l'ordre ; rien à faire si c'est voulu.`;

export const missingPoints = (where: string, fromMs: number, toMs: number) =>
  `${where} : rien du ${instant(fromMs)} au ${instant(toMs)}. Ces valeurs sont manquantes.`;

export const valueUnreadable = (where: string, text: string) =>
  `${where} : « ${quote(text)} » n'est pas un nombre. Écrivez une puissance, ou rien si elle manque.`;

export const valueNegative = (where: string, text: string) =>
  `${where} : « ${quote(text)} » est négatif. Soutirage et injection sont tous deux positifs : vérifiez la courbe.`;

export const valueTooLarge = (where: string, text: string) =>
  `${where} : « ${quote(text)} » dépasse 1 GW. Vérifiez la valeur et son unité.`;

/** `25/10/2026 02:30`, and which one where there are two. */
function instant(ms: number): string {
  const { day, minuteOfDay, offsetMinutes } = parisLocalTime(ms);
  const [hour, minute] = [Math.floor(minuteOfDay / 60), minuteOfDay % 60].map((n) => String(n).padStart(2, "0"));
  const text = `${frenchDay(day)} ${hour}:${minute}`;
  const twinMs = offsetMinutes === 120 ? ms + 3_600_000 : ms - 3_600_000;
  if (parisLocalTime(twinMs).minuteOfDay !== minuteOfDay) return text;
  return `${text} (heure ${offsetMinutes === 120 ? "d'été" : "d'hiver"})`;
}
