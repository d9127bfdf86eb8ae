import type { LabelCriterion } from "@/lib/domain/scoring/list-label-criteria";
import { formatPercent } from "./format-percent";

/** What the programme asks of an action: `5.1.2.1.1 entièrement faite`. */
export function describeCriterion({ counts, minRatio }: LabelCriterion, number: string): string {
  const what = counts === "done" ? "faite" : "faite ou programmée";
  return minRatio === 1
    ? `${number} entièrement ${what}`
    : `${number} ${what} à ${formatPercent(minRatio, 0)} au moins`;
}
