import type { SettlementRunSummary } from "@/lib/data/settlement-runs";
import { type SettlementRates, settlementRates } from "@/lib/domain/settlement/settlement-rates";
import type { Period } from "@/lib/domain/time/period";

/** What a run says at a glance; every figure with its name and its unit. */
export type RunSummary = Pick<
  SettlementRunSummary,
  "id" | "version" | "createdAt" | "stepMinutes" | "engineVersion" | "inputFingerprint" | "correctedSteps"
> & {
  readonly period: Period;
  readonly totals: {
    readonly productionWh: number;
    readonly withdrawalWh: number;
    readonly selfConsumedWh: number;
    readonly complementWh: number;
    readonly surplusWh: number;
  };
  readonly indicators: SettlementRates;
};

export function summarizeRun({ rules: _, ...run }: SettlementRunSummary): RunSummary {
  const { productionWh, withdrawalWh, selfConsumedWh, surplusWh, ...sheet } = run;
  const complementWh = Math.max(0, withdrawalWh - selfConsumedWh);
  return {
    ...sheet,
    totals: { productionWh, withdrawalWh, selfConsumedWh, complementWh, surplusWh },
    indicators: settlementRates(run),
  };
}
