import "server-only";
import { listPublishedFigures } from "@/lib/data/published-figures";
import type { AuthorizedOperationId } from "@/lib/data/scope";
import { findSettlementRun, type SettlementRunSummary } from "@/lib/data/settlement-runs";
import { type ComparedTariff, compareTariffEnergies } from "@/lib/domain/tariffs/compare-tariff-energies";
import { TARIFF_PERIODS } from "@/lib/domain/tariffs/tariff-periods";
import type { CivilDate } from "@/lib/domain/time/civil-date";
import { readTariffBreakdown, type TariffBreakdown, type TariffPart } from "./read-tariff-breakdown";

export type PeriodTariffs = {
  readonly run: SettlementRunSummary;
  readonly consumers: readonly TariffBreakdown[];
  readonly producers: readonly TariffBreakdown[];
  /** All consumers together. */
  readonly totals: readonly TariffPart[];
  /** Metering points whose off-peak hours are not known on some of the days they count, by name. */
  readonly untold: readonly Pick<TariffBreakdown, "prm" | "name">[];
  /** The energies that the operator published by tariff period, beside ours. */
  readonly compared: readonly NamedTariff[];
};

/** An energy of the operator's beside ours, with the names people know. */
export type NamedTariff = ComparedTariff & Pick<TariffBreakdown, "prm" | "name">;

/** The latest run of a period, or the version asked for, by tariff period; null when it was never settled. */
export async function readPeriodTariffs(
  operationId: AuthorizedOperationId,
  periodFrom: CivilDate,
  version?: number,
): Promise<PeriodTariffs | null> {
  const run = await findSettlementRun(operationId, periodFrom, version);
  if (!run) return null;
  const [breakdowns, figures] = await Promise.all([
    readTariffBreakdown(operationId, run),
    listPublishedFigures(operationId, run.period),
  ]);
  const pointOf = new Map(breakdowns.map((each) => [each.meteringPointId, each]));
  const consumers = breakdowns.filter(({ role }) => role === "consumer");
  const untold = breakdowns.filter(({ parts }) => parts.some(({ period }) => period === null));
  return {
    run,
    consumers,
    producers: breakdowns.filter(({ role }) => role === "producer"),
    totals: sumParts(consumers.flatMap(({ parts }) => parts)),
    untold: [...new Map(untold.map((each) => [each.meteringPointId, each])).values()],
    compared: compareTariffEnergies(breakdowns, figures, run.period).flatMap((each) => {
      const point = pointOf.get(each.meteringPointId);
      return point ? [{ ...each, prm: point.prm, name: point.name }] : [];
    }),
  };
}

function sumParts(parts: readonly TariffPart[]): readonly TariffPart[] {
  return [...TARIFF_PERIODS, null].flatMap((period) => {
    const own = parts.filter((part) => part.period === period);
    if (own.length === 0) return [];
    const total = (key: "energyWh" | "sharedWh" | "restWh") => own.reduce((sum, part) => sum + part[key], 0);
    return [{ period, energyWh: total("energyWh"), sharedWh: total("sharedWh"), restWh: total("restWh") }];
  });
}
