import { roundWithin } from "@/lib/domain/settlement/round-within";
import type { ScheduledPeriod } from "@/lib/domain/tariffs/tariff-periods";
import type { TariffPart } from "@/lib/services/tariffs/read-tariff-breakdown";

/** One tariff period of a metering point, as files print it. [Wh] */
export type OutputPart = {
  /** Null: the off-peak hours of its days are not known. */
  readonly period: ScheduledPeriod | null;
  readonly energyWh: number;
  readonly sharedWh: number;
  readonly restWh: number;
};

/**
 * Rounds the tariff periods of a metering point so that they add up to its rounded totals.
 *
 * @param parts - As the run has them.
 * @param total - Of the metering point, already rounded. [Wh]
 * @param unitWh - What the last decimal is worth. [Wh]
 */
export function roundTariffParts(
  parts: readonly TariffPart[],
  total: { readonly energyWh: number; readonly sharedWh: number },
  unitWh: number,
): readonly OutputPart[] {
  const units = (field: "energyWh" | "sharedWh") => parts.map((part) => part[field] / unitWh);
  const energy = roundWithin(units("energyWh"), total.energyWh / unitWh);
  const shared = roundWithin(units("sharedWh"), total.sharedWh / unitWh, energy);
  return parts.map(({ period }, index) => {
    const [energyWh, sharedWh] = [energy, shared].map((values) => (values[index] as number) * unitWh) as [
      number,
      number,
    ];
    return { period, energyWh, sharedWh, restWh: energyWh - sharedWh };
  });
}
