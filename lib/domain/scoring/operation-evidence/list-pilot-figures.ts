import { isAttachedOn } from "@/lib/domain/perimeter/is-attached-on";
import type { CoefficientKey } from "@/lib/domain/settlement/coefficient-key";
import { settlementRates } from "@/lib/domain/settlement/settlement-rates";
import type { CivilDate } from "@/lib/domain/time/civil-date";
import { countPerimeter, type PerimeterCounts } from "./count-perimeter";
import type { EvidencePoint } from "./evidence-point";
import type { EvidenceFigure, EvidenceFigureCode } from "./operation-evidence";
import type { SettledWindow } from "./settled-window";
import { type OperationDay, synchronisationShare } from "./synchronisation-share";

export type PilotInput = {
  readonly window: SettledWindow | null;
  /** Every day of the runs of the window, of each run as it was stored. */
  readonly days: readonly OperationDay[];
  readonly points: readonly EvidencePoint[];
  /** Those that were sent. */
  readonly keys: readonly Pick<CoefficientKey, "kind" | "from" | "toExclusive">[];
  /** The day it is computed on: who takes part, which key holds. */
  readonly day: CivilDate;
};

/**
 * What an operation proves of a self-consumption pilot: rates, sizing, synchronisation, who takes part, the key in force.
 *
 * Rates, energies and sizing are null while a period of the window is not settled.
 *
 * @see Action 3.1.1.5.2 of the Climat-Air-Énergie programme; rates: convention Enedis-FOR-CF_01E, art. 11.6.1.3.
 */
export function listPilotFigures(input: PilotInput): readonly EvidenceFigure[] {
  return [...listYearFigures(input), ...listDayFigures(input)];
}

function listYearFigures({ window, days }: PilotInput): readonly EvidenceFigure[] {
  const { period = null, runs = [], missing = [] } = window ?? {};
  const isWhole = runs.length > 0 && missing.length === 0;
  const sum = (field: "productionWh" | "withdrawalWh" | "selfConsumedWh") =>
    runs.reduce((total, run) => total + run[field], 0);
  const totals = {
    productionWh: sum("productionWh"),
    withdrawalWh: sum("withdrawalWh"),
    selfConsumedWh: sum("selfConsumedWh"),
  };
  const { selfConsumptionRate, selfProductionRate, coverageRate } = settlementRates(totals);
  const figure = (code: EvidenceFigureCode, value: number | null): EvidenceFigure => ({
    code,
    value: isWhole ? value : null,
    period,
    ...(missing.length > 0 ? { missing } : {}),
  });
  return [
    { code: "settled_periods", value: runs.length, period },
    figure("self_consumption_rate", selfConsumptionRate),
    figure("self_production_rate", selfProductionRate),
    figure("coverage_rate", coverageRate),
    figure("shared_energy", totals.selfConsumedWh),
    figure("production", totals.productionWh),
    figure("withdrawal", totals.withdrawalWh),
    figure("surplus_share", selfConsumptionRate === null ? null : 1 - selfConsumptionRate),
    figure("synchronisation", synchronisationShare(days)),
  ];
}

function listDayFigures({ points, keys, day }: PilotInput): readonly EvidenceFigure[] {
  const { participants, consumerPoints, producerPoints, peakPowerWBySource } = countPerimeter(points, day);
  const key = keys.find((each) => isAttachedOn(each, day)) ?? null;
  return [
    { code: "participants", value: participants, period: null },
    { code: "consumer_points", value: consumerPoints, period: null },
    { code: "producer_points", value: producerPoints, period: null },
    { code: "peak_power", value: sumPower(peakPowerWBySource), period: null },
    { code: "key_kind", value: key?.kind ?? null, period: null },
    { code: "key_from", value: key?.from ?? null, period: null },
  ];
}

function sumPower(bySource: PerimeterCounts["peakPowerWBySource"]): number | null {
  let total: number | null = null;
  for (const powerW of bySource.values()) {
    if (powerW === null) return null;
    total = (total ?? 0) + powerW;
  }
  return total;
}
