import type { MoveWarning } from "@/lib/domain/perimeter/list-move-warnings";
import type { Period } from "@/lib/domain/time/period";
import { formatDay, formatPeriodName } from "./format-date";
import { formatPpm } from "./format-percent";

const MOST_NAMED = 6;

/** What a change of the perimeter causes besides itself, for whoever is about to make it. */
export function describeMoveWarning(warning: MoveWarning): string {
  switch (warning.code) {
    case "SETTLED_PERIODS":
      return describePeriods(warning.periods);
    case "CLOSED_PERIODS":
      return `Des périodes closes en dépendent : ${namePeriods(warning.periods)}. Leur résultat reste le même, sauf si un administrateur les rouvre.`;
    case "UNVIABLE":
      return `À partir du ${formatDay(warning.day)}, il n’y aura plus ${describeLack(warning.lacks)} : Enedis peut suspendre la convention (art. 8.6).`;
    case "NOT_IN_KEY":
      return `La clé statique ne lui donne aucune part à partir du ${formatDay(warning.day)} : sa part est de 0 % jusqu’à une nouvelle clé. Un ajout s’accompagne des coefficients de tous les consommateurs (art. 3.2.1).`;
    case "SHARE_FREED":
      return `La clé statique lui donne ${formatPpm(warning.ppm)} : à partir du ${formatDay(warning.day)}, cette part va au surplus jusqu’à une nouvelle clé (art. 3.2.2).`;
  }
}

/** What an operation lacks: « de producteur », « de producteur ni de consommateur ». */
export function describeLack(lacks: readonly ("consumer" | "producer")[]): string {
  return lacks.map((role) => (role === "producer" ? "de producteur" : "de consommateur")).join(" ni ");
}

function describePeriods(periods: Extract<MoveWarning, { code: "SETTLED_PERIODS" }>["periods"]): string {
  const list = namePeriods(periods);
  return periods.length === 1
    ? `Une période déjà calculée change : ${list}. Elle sera à recalculer.`
    : `${periods.length} périodes déjà calculées changent : ${list}. Elles seront à recalculer.`;
}

function namePeriods(periods: readonly Period[]): string {
  const names = periods.slice(0, MOST_NAMED).map(({ from, toExclusive }) => formatPeriodName(from, toExclusive));
  const rest = periods.length - names.length;
  return [...names, ...(rest > 0 ? [`${rest} autre${rest > 1 ? "s" : ""}`] : [])].join(", ");
}
