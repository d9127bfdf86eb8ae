import type { PeriodState } from "@/lib/domain/settlement/period-state";
import { formatCount } from "./format-number";
import type { TableStatus } from "./table-cells";

/**
 * Where a period stands, in a few words.
 *
 * @param isStale - Of a closed one: data changed since.
 */
export function describePeriodState(state: PeriodState, missingPointCount: number, isStale = false): TableStatus {
  switch (state) {
    case "to_come":
      return { text: "à venir", tone: "neutral" };
    case "running":
      return { text: "en cours", tone: "neutral" };
    case "no_perimeter":
      return { text: "sans producteur ou sans consommateur", tone: "warning" };
    case "waiting":
      return { text: formatCount(missingPointCount, "PRM incomplet", "PRM incomplets"), tone: "warning" };
    case "ready":
      return { text: "prêt à calculer", tone: "info" };
    case "settled":
      return { text: "calculé", tone: "success" };
    case "to_recompute":
      return { text: "à recalculer", tone: "warning" };
    case "closed":
      return isStale ? { text: "clos, données changées depuis", tone: "warning" } : { text: "clos", tone: "success" };
  }
}
