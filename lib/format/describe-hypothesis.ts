import type { HypothesisClaim, PointRole, StepValue, Stretch } from "@/lib/domain/comparison/hypotheses/hypothesis";
import type { Period } from "@/lib/domain/time/period";
import { ENERGY_WORDS } from "./energy-words";
import { formatPeriod } from "./format-date";
import { formatKwh } from "./format-energy";
import { formatInstant } from "./format-instant";
import { formatCount } from "./format-number";

/** How things that a claim refers to by id are called. */
export type HypothesisNames = {
  /** « Médiathèque (PRM 99000000000571) » */
  readonly point: (meteringPointId: string) => string;
  /** « la version 3 » */
  readonly key: (keyId: string) => string;
  /** « la clé du mois, version 2 » */
  readonly delivery: (deliveryId: string) => string;
  readonly period: Period;
};

const MAX_NAMED = 3;

/** What the operator seems to have done, as one sentence. */
export function describeHypothesis(claim: HypothesisClaim, names: HypothesisNames): string {
  switch (claim.kind) {
    case "recomputed":
      return "Le gestionnaire a utilisé des mesures, un périmètre ou une clé reçus depuis notre calcul : recalculer la période suffit.";
    case "other_key":
      return `Le gestionnaire a appliqué ${names.key(claim.keyId)} de la clé ${duringDays(claim.days)}.`;
    case "default_key":
      return `Le gestionnaire a partagé au prorata des consommations (clé par défaut) ${duringDays(claim.days)}.`;
    case "other_delivery":
      return `Le gestionnaire a appliqué ${names.delivery(claim.deliveryId)}.`;
    case "point_absent":
      return describeAbsence(claim, names);
    case "point_present":
      return `Le gestionnaire a compté ${nameOf(claim, names)} ${formatPeriod(claim.days.from, claim.days.toExclusive)}, jours où il ne participe pas dans nos données.`;
    case "measure_shifted":
      return `Le gestionnaire a lu la courbe mesurée de ${nameOf(claim, names)} avec une heure ${hourWord(claim.hours)} ${duringStretch(claim)}.`;
    case "gaps_filled":
      return `Le gestionnaire a comblé autrement les valeurs manquantes de ${nameOf(claim, names)} : ${FILLINGS[claim.how]}.`;
    case "measure_corrected":
      return describeCorrected(claim.points, names);
    case "published_shifted":
      return `Le partage est le même, mais ${claim.point ? `la courbe publiée de ${nameOf(claim.point, names)} (${ENERGY_WORDS[claim.point.quantity]})` : "toutes les courbes publiées"} ${claim.point ? "est décalée" : "sont décalées"} d’une heure ${hourWord(claim.hours)} ${duringStretch(claim)}.`;
    case "published_empty":
      return `Le partage est le même, mais la courbe publiée de ${nameOf(claim, names)} (${ENERGY_WORDS[claim.quantity]}) ne contient que des zéros.`;
    case "isolated_values":
      return `Le partage est le même, mais ${formatCount(claim.values.length, "valeur publiée diffère", "valeurs publiées diffèrent")} pour ${nameOf(claim, names)} (${ENERGY_WORDS[claim.quantity]}) : ${claim.values.slice(0, MAX_NAMED).map(describeValue).join(" ; ")}.`;
  }
}

const FILLINGS = {
  zero: "par des zéros",
  linear: "en ligne droite, quelle que soit leur durée (la convention ne le permet que jusqu’à une heure, art. 5.2.3)",
  theirs: "par d’autres valeurs que celles de la convention (art. 5.2.3)",
} as const;

const nameOf = ({ meteringPointId }: PointRole, { point }: HypothesisNames) => point(meteringPointId);

const duringDays = (days: Period | null) =>
  days === null ? "toute la période" : formatPeriod(days.from, days.toExclusive);

const hourWord = (hours: 1 | -1) => (hours === 1 ? "de retard" : "d’avance");

const duringStretch = ({ fromMs, toMs }: Stretch) => `du ${formatInstant(fromMs)} au ${formatInstant(toMs)}`;

function describeAbsence(
  { days, ...point }: Extract<HypothesisClaim, { readonly kind: "point_absent" }>,
  names: HypothesisNames,
): string {
  const { period } = names;
  const name = nameOf(point, names);
  const isFromStart = days.from === period.from;
  const isToEnd = days.toExclusive === period.toExclusive;
  if (isFromStart && isToEnd) return `Le gestionnaire n’a pas compté ${name} de toute la période.`;
  if (isToEnd)
    return `Le gestionnaire ne compte plus ${name} ${formatPeriod(days.from, null)} : il l’a sorti plus tôt que nous.`;
  if (isFromStart)
    return `Le gestionnaire n’a pas compté ${name} ${formatPeriod(days.from, days.toExclusive)} : il l’a fait entrer plus tard que nous.`;
  return `Le gestionnaire n’a pas compté ${name} ${formatPeriod(days.from, days.toExclusive)}.`;
}

function describeCorrected(
  points: Extract<HypothesisClaim, { readonly kind: "measure_corrected" }>["points"],
  names: HypothesisNames,
): string {
  const [only, other] = points;
  if (only && !other) {
    const first = describeValue(only.first);
    const values =
      only.steps === 1
        ? "une autre valeur mesurée"
        : `${formatCount(only.steps, "autre valeur mesurée", "autres valeurs mesurées")}`;
    return `Le gestionnaire a utilisé ${values} pour ${nameOf(only, names)} : ${only.steps === 1 ? first : `la première ${first}`}.`;
  }
  const named = points.slice(0, MAX_NAMED).map((point) => nameOf(point, names));
  const rest = points.length - named.length;
  const list = rest > 0 ? `${named.join(", ")} et ${formatCount(rest, "autre", "autres")}` : named.join(", ");
  return `Le gestionnaire a utilisé d’autres mesures pour ${formatCount(points.length, "PRM", "PRM")} : ${list}.`;
}

const describeValue = ({ startMs, oursWh, theirsWh }: StepValue) =>
  `le ${formatInstant(startMs)}, ${formatKwh(theirsWh, 3)} au lieu de ${formatKwh(oursWh, 3)}`;
