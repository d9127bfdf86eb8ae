import { ARITHMETIC_TOLERANCE_WH, ENERGY_TOLERANCE_WH } from "@/lib/domain/comparison/tolerance";
import type { PublishedFigure } from "@/lib/domain/measures/published-figure";
import type { PerimeterRole } from "@/lib/domain/perimeter/attachment";
import { roleOfQuantity } from "@/lib/domain/perimeter/role-of-quantity";
import type { EnergyQuantity } from "@/lib/domain/series/energy-quantity";
import type { Period } from "@/lib/domain/time/period";
import type { ScheduledPeriod } from "./tariff-periods";

/** What a run gives a metering point in one role, by tariff period. [Wh] */
export type TariffResult = {
  readonly meteringPointId: string;
  readonly role: PerimeterRole;
  readonly parts: readonly {
    /** Null: the days whose off-peak hours nobody told. */
    readonly period: ScheduledPeriod | null;
    readonly energyWh: number;
    readonly sharedWh: number;
    readonly restWh: number;
  }[];
};

/** An energy that the operator published for a tariff period, beside ours. */
export type ComparedTariff = {
  readonly meteringPointId: string;
  readonly quantity: EnergyQuantity;
  /** As published: a code, or a label of the operator's own. */
  readonly tariffPeriod: string;
  /** Null where the off-peak hours of the metering point are not all known. [Wh] */
  readonly oursWh: number | null;
  /** [Wh] */
  readonly theirsWh: number;
  /** Theirs − ours. [Wh] */
  readonly differenceWh: number | null;
  /** Null where ours is not known. */
  readonly isAlike: boolean | null;
};

const FIELDS = {
  withdrawal: "energyWh",
  injection: "energyWh",
  self_consumed: "sharedWh",
  self_produced: "sharedWh",
  complement: "restWh",
  surplus: "restWh",
} as const satisfies Record<EnergyQuantity, string>;

/**
 * Sets the energies that the operator published by period of the network tariff beside ours. Alike: apart by no more than
 * what two decimals of a kWh round.
 *
 * Another cut of the same total tells that off-peak hours are not those the operator has. The summary's periods are those
 * of suppliers' offers (art. 11.6.1.3): they are left out, and so are other days than the whole period.
 *
 * @param results - Of one run.
 */
export function compareTariffEnergies(
  results: readonly TariffResult[],
  figures: readonly PublishedFigure[],
  { from, toExclusive }: Period,
): readonly ComparedTariff[] {
  const resultOf = new Map(results.map((result) => [`${result.role} ${result.meteringPointId}`, result]));
  return figures.flatMap((figure) => {
    if (figure.kind !== "energy" || figure.source !== "energy_file") return [];
    const { meteringPointId, tariffPeriod, quantity, period, energyWh: theirsWh } = figure;
    const isWhole = period.from === from && period.toExclusive === toExclusive;
    if (meteringPointId === null || tariffPeriod === null || !isWhole) return [];
    const result = resultOf.get(`${roleOfQuantity(quantity)} ${meteringPointId}`);
    const oursWh = result ? findOurs(result, tariffPeriod, FIELDS[quantity]) : null;
    const differenceWh = oursWh === null ? null : theirsWh - oursWh;
    const isAlike =
      differenceWh === null ? null : Math.abs(differenceWh) <= ENERGY_TOLERANCE_WH + ARITHMETIC_TOLERANCE_WH;
    return [{ meteringPointId, quantity, tariffPeriod, oursWh, theirsWh, differenceWh, isAlike }];
  });
}

// Hours that are known and do not have the period have none of its energy.
function findOurs(
  { parts }: TariffResult,
  tariffPeriod: string,
  field: (typeof FIELDS)[EnergyQuantity],
): number | null {
  if (parts.some(({ period }) => period === null)) return null;
  return parts.find(({ period }) => period === tariffPeriod)?.[field] ?? 0;
}
