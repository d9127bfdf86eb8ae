import type { CivilDate } from "@/lib/domain/time/civil-date";
import { frenchDay } from "@/lib/formats/french-day";

// What every reader of curves tells a person; `where` is "Ligne 12" or the path of a JSON value.

const MAX_QUOTE = 60;

export const stepChange = (day: CivilDate, before: number, after: number) =>
  `Le pas de mesure passe de ${before} à ${after} minutes au ${frenchDay(day)}. Chaque partie est lue à son pas ; rien à faire si le compteur a été reprogrammé.`;

export const stepsMixed = (day: CivilDate, minutes: readonly number[]) =>
  `Le ${frenchDay(day)} porte plusieurs pas de mesure (${minutes.join(", ")} minutes). La journée est mise au pas de ${Math.max(...minutes)} minutes par addition des énergies : son total est inchangé.`;

export function quote(text: string): string {
  return text.length > MAX_QUOTE ? `${text.slice(0, MAX_QUOTE)}…` : text;
}
