import type { EventFact, EventLane, OperationEvent } from "@/lib/domain/dashboard/operation-event";
import { KEY_KINDS } from "./coefficient-words";
import { formatDay, formatPeriod, formatPeriodName } from "./format-date";
import { formatCount } from "./format-number";

/** The lines of the time line, from top to bottom. */
export const EVENT_LANES: Readonly<Record<EventLane, string>> = {
  perimeter: "Participants",
  key: "Clé de répartition",
  measures: "Mesures",
  settlement: "Calculs",
  convention: "Convention",
};

/** What an event is, in one sentence without its days. */
export function describeOperationEvent(fact: EventFact): string {
  switch (fact.kind) {
    case "entry":
      return `Entrée de ${countSites(fact)}`;
    case "exit":
      return `Sortie de ${countSites(fact)}`;
    case "key":
      return `Clé ${KEY_KINDS[fact.keyKind]}`;
    case "missing":
      return `En attente : ${formatCount(fact.points, "PRM sans données", "PRM sans données")}, ${formatCount(fact.days, "jour", "jours")}`;
    case "corrected":
      return `${formatCount(fact.steps, "pas de mesure corrigé", "pas de mesure corrigés")}`;
    case "settled":
      return describeSettled(fact);
    case "to_recompute":
      return `À recalculer : des données ont changé depuis le calcul du ${formatDay(fact.computedOn)}`;
    case "anniversary":
      return `Anniversaire mensuel déplacé au ${fact.dayOfMonth === 1 ? "1er" : fact.dayOfMonth} du mois`;
    case "suspended":
      return "Convention suspendue";
    case "resumed":
      return "Fin de la suspension";
    case "ended":
      return "Fin de la convention";
  }
}

/** The days of an event: the name of its period, or its day. */
export function describeEventDays({ lane, from, toExclusive }: OperationEvent): string {
  const isPeriod = lane === "measures" || lane === "settlement";
  return isPeriod && toExclusive !== null ? formatPeriodName(from, toExclusive) : formatPeriod(from, toExclusive);
}

function describeSettled({ version, computedOn, isClosed }: Extract<EventFact, { kind: "settled" }>): string {
  const computed = version === 1 ? "Calculée" : `Corrigée, version ${version},`;
  return `${computed} le ${formatDay(computedOn)}${isClosed ? ", close" : ""}`;
}

function countSites({ consumers, producers }: { readonly consumers: number; readonly producers: number }): string {
  const parts = [
    ...(consumers > 0 ? [formatCount(consumers, "consommateur", "consommateurs")] : []),
    ...(producers > 0 ? [formatCount(producers, "producteur", "producteurs")] : []),
  ];
  return parts.join(" et ");
}
