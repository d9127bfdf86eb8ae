import { listParisDays } from "@/lib/domain/time/list-paris-days";
import type { EnergySeries } from "./energy-series";
import type { ParisDaySeries } from "./paris-day-series";

/**
 * Cuts a curve into its Paris days.
 *
 * @param series - Whole Paris days. [Wh per step]
 * @returns One entry per day, in order. The values are views of the series' own
 *   array, not copies: a year of days costs no second year.
 * @throws {DomainError} INVALID_PERIOD when the axis is not made of whole days.
 */
export function splitIntoParisDays({ axis, energyWh }: EnergySeries): readonly ParisDaySeries[] {
  return listParisDays(axis).map(({ day, start, length }) => ({
    day,
    stepMinutes: axis.stepMinutes,
    energyWh: energyWh.subarray(start, start + length),
  }));
}
