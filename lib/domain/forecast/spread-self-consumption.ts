import { DomainError } from "@/lib/domain/errors";

/** What is produced and withdrawn in a month, in whole watt-hours; a withdrawal that is not said limits nothing. [Wh] */
type Month = { readonly productionWh: number; readonly withdrawalWh: number | null };

/**
 * Spreads a year's self-consumption over its months: the same share of each month's production, and where a month would use
 * more than it withdraws, what it withdraws; the others take the rest, again at one share. The year keeps its rate, to the
 * watt-hour.
 *
 * @param rate - Self-consumed over produced, over all months. [0 to 1]
 * @returns As many, in order. [Wh]
 * @throws {DomainError} INVALID_FORECAST with reason `year_more_than_withdrawal` when no spread can keep the rate.
 */
export function spreadSelfConsumption(months: readonly Month[], rate: number): readonly number[] {
  const limited = months.map(({ productionWh, withdrawalWh }) => ({
    productionWh,
    mostWh: Math.min(productionWh, withdrawalWh ?? productionWh),
  }));
  let productionWh = limited.reduce((sum, month) => sum + month.productionWh, 0);
  let remainingWh = Math.round(productionWh * rate);
  if (remainingWh > limited.reduce((sum, { mostWh }) => sum + mostWh, 0)) {
    throw new DomainError("INVALID_FORECAST", "the months cannot use as much as the year's rate asks for", {
      details: { reason: "year_more_than_withdrawal" },
    });
  }
  const spread = months.map(() => 0);
  // The tightest first: when one is not limited, none of those that follow is.
  const producing = [...limited.entries()].filter(([, month]) => month.productionWh > 0);
  for (const [index, month] of producing.sort(([, a], [, b]) => share(a) - share(b))) {
    const selfConsumedWh = Math.min(month.mostWh, Math.round((remainingWh * month.productionWh) / productionWh));
    spread[index] = selfConsumedWh;
    remainingWh -= selfConsumedWh;
    productionWh -= month.productionWh;
  }
  return spread;
}

const share = ({ mostWh, productionWh }: { mostWh: number; productionWh: number }) => mostWh / productionWh;
