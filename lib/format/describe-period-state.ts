import type { PeriodState } from "@/lib/domain/settlement/period-state";
import { formatCount } from "./format-number";
import type { TableStatus } from "./table-cells";

/** Where a period stands, in a few words. */
export function describePeriodState(state: PeriodState, missingPointCount: number): TableStatus {
  switch (state) {
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
  }
}
