import type { z } from "zod";
import type { PublishedOperation } from "@/lib/data/published-operations";
import type { PublicFigures } from "@/lib/domain/publishing/public-figures";
import { roundEnergyFlows } from "@/lib/format/round-energy-flows";
import type { publishedMonthsSchema } from "@/lib/schemas/api/publication-routes";

/** 0.01 kWh, as the operator's own energies. [Wh] */
const WRITTEN_WH = 10;

/** The public figures of an operation as its files give them: energies rounded together, so that they add up. */
export function listPublicMonths(
  { slug, name, collectivityName, startDay }: PublishedOperation,
  { months }: PublicFigures,
): z.infer<typeof publishedMonthsSchema> {
  const settled = months.map(({ settledAt }) => settledAt.toISOString()).sort();
  return {
    operation: { slug, name, publisher: collectivityName, startDay },
    license: "Licence Ouverte 2.0",
    updatedAt: settled.at(-1) ?? null,
    months: months.map((month) => {
      const shown = roundEnergyFlows(
        {
          production: month.productionWh,
          withdrawal: month.withdrawalWh,
          selfConsumed: month.selfConsumedWh,
          surplus: month.surplusWh,
          complement: month.complementWh,
        },
        WRITTEN_WH,
      );
      return {
        from: month.period.from,
        to: month.period.toExclusive,
        version: month.version,
        settledAt: month.settledAt.toISOString(),
        productionWh: shown.production,
        selfConsumedWh: shown.selfConsumed,
        surplusWh: shown.surplus,
        withdrawalWh: shown.withdrawal,
        complementWh: shown.complement,
        selfConsumptionRate: roundTo(month.selfConsumptionRate, 4),
        selfProductionRate: roundTo(month.selfProductionRate, 4),
        coverageRate: roundTo(month.coverageRate, 4),
        avoidedCarbonG: roundTo(month.avoidedCarbonG, 0),
        savedCents: month.savedCents,
      };
    }),
  };
}

const roundTo = (value: number | null, decimals: number) =>
  value === null ? null : Math.round(value * 10 ** decimals) / 10 ** decimals;
