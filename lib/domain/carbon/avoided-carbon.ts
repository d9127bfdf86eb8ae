import type { CivilDate } from "@/lib/domain/time/civil-date";
import { countDays } from "@/lib/domain/time/count-days";
import type { Period } from "@/lib/domain/time/period";
import type { CarbonFactor } from "./carbon-factor";

/**
 * What was not emitted because consumers used the energy of the operation instead of the network's: self-consumed energy ×
 * (factor of the network − that of the roofs, where it is counted). The surplus is not counted: others use it.
 *
 * Where a factor changes within the period, each counts for its days.
 *
 * @param selfConsumedWh - Of the period. [Wh]
 * @param factors - In any order; one for each first day.
 * @returns Below 0 where the roofs emit more than the network; null while a day has no factor. [g CO₂e]
 */
export function avoidedCarbon(
  { from, toExclusive }: Period,
  selfConsumedWh: number,
  factors: readonly CarbonFactor[],
): number | null {
  const sorted = factors.toSorted((a, b) => (a.from < b.from ? -1 : 1));
  const days = countDays(from, toExclusive);
  let covered = 0;
  let gramsPerKwh = 0; // mean of the days
  for (const [index, factor] of sorted.entries()) {
    const first = later(factor.from, from);
    const next = sorted[index + 1]?.from;
    const end = next !== undefined && next < toExclusive ? next : toExclusive;
    const shared = Math.max(0, countDays(first, end));
    covered += shared;
    gramsPerKwh += (factor.gridGramsPerKwh - (factor.ownGramsPerKwh ?? 0)) * (shared / days);
  }
  return covered === days ? (selfConsumedWh / 1000) * gramsPerKwh : null;
}

const later = (a: CivilDate, b: CivilDate) => (a > b ? a : b);
