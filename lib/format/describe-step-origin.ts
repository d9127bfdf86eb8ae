import type { STEP_ORIGIN } from "@/lib/domain/series/step-origin";
import type { TableStatus } from "./table-cells";

type StepOriginName = keyof typeof STEP_ORIGIN;

const ORIGINS: Readonly<Record<StepOriginName, TableStatus>> = {
  measured: { text: "mesuré", tone: "success" },
  interpolated: { text: "interpolé (1 h au plus)", tone: "info" },
  copied: { text: "repris de la semaine précédente (J−7)", tone: "info" },
  manual: { text: "saisi à la main", tone: "info" },
  missing: { text: "manquant", tone: "warning" },
};

/** Where a value comes from, in the words of the screens. */
export function describeStepOrigin(origin: StepOriginName): TableStatus {
  return ORIGINS[origin];
}
