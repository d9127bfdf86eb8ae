import type { PeriodState } from "@/lib/domain/settlement/period-state";
import { formatCount } from "./format-number";

/** What to do next with a period, in a few words; null when nothing is. */
export function describeNextStep(state: PeriodState, missingPointCount: number, isStale: boolean): string | null {
  switch (state) {
    case "to_come":
      return null;
    case "running":
      return "attendre la fin de la période";
    case "no_perimeter":
      return "ajouter un producteur et un consommateur au périmètre";
    case "waiting":
      return `importer les mesures de ${formatCount(missingPointCount, "PRM", "PRM")}`;
    case "ready":
      return "calculer";
    case "to_recompute":
      return "recalculer : des données ont changé";
    case "settled":
      return "vérifier, puis clore";
    case "closed":
      return isStale ? "voir ce qui a changé depuis la clôture" : null;
  }
}
