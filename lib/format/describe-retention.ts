import type { Retention } from "@/lib/domain/personal-data/retention";
import { formatDay } from "./format-date";

/** Until when a participant's data are kept, and why, in French. */
export function describeRetention(retention: Retention): string {
  switch (retention.kind) {
    case "participating":
      return retention.until === null
        ? "Participe à l’opération : les données sont conservées tant qu’il en est ainsi, puis cinq ans."
        : `Participe à l’opération jusqu’au ${formatDay(retention.until)} : les données sont conservées jusque-là, puis cinq ans.`;
    case "kept":
      return retention.lastBond === "stay"
        ? `Sortie de l’opération le ${formatDay(retention.endedOn)} : les données sont conservées cinq ans, jusqu’au ${formatDay(retention.endDay)} (annexe 4 ; code civil, art. 2224).`
        : `Fin du dernier consentement le ${formatDay(retention.endedOn)} : les données sont conservées cinq ans, jusqu’au ${formatDay(retention.endDay)} (annexe 4 ; code civil, art. 2224).`;
    case "unbound":
      return "N’a jamais participé à l’opération ni rien signé : aucune durée de conservation ne s’impose.";
  }
}
