import type { CompletenessState } from "@/lib/domain/measures/completeness-day";
import type { TableStatus } from "./table-cells";

const STATES: Readonly<Record<CompletenessState, TableStatus>> = {
  measured: { text: "mesuré", tone: "success" },
  interpolated: { text: "corrigé par interpolation (1 h au plus)", tone: "info" },
  copied: { text: "corrigé par la semaine précédente (J−7)", tone: "info" },
  manual: { text: "saisi à la main", tone: "info" },
  missing: { text: "manquant", tone: "warning" },
  outside_perimeter: { text: "hors périmètre", tone: "neutral" },
};

/** What one day of one PRM is worth, in the words of the board. */
export function describeCompleteness(state: CompletenessState): TableStatus {
  return STATES[state];
}
