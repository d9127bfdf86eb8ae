import type { EnergySeries } from "@/lib/domain/series/energy-series";
import { findClockShifts } from "./find-clock-shifts";
import { findEqualDays } from "./find-equal-days";
import { findFlatDays } from "./find-flat-days";
import { findLevelJumps } from "./find-level-jumps";
import { findNegativeValues } from "./find-negative-values";
import { findNightProduction } from "./find-night-production";
import { findOppositeProduction } from "./find-opposite-production";
import { findPowerAboveLimit } from "./find-power-above-limit";
import type { Suspicion } from "./suspicion";
import type { SuspicionContext } from "./suspicion-context";

/**
 * All that a person should look at in one curve, by day.
 *
 * A missing value is never suspect, and neither hides nor makes a suspicion of its own. Give a year where there is one:
 * levels are compared with the weeks around. Cost in proportion to the number of steps.
 *
 * @param series - As measured, before any correction; whole Paris days, missing outside the perimeter. [Wh per step]
 * @param context - What is known of the site.
 * @throws {DomainError} INVALID_PERIOD when the axis is not made of whole days.
 */
export function findSuspicions(series: EnergySeries, context: SuspicionContext): readonly Suspicion[] {
  const suspicions: readonly Suspicion[] = [
    ...findFlatDays(series),
    ...findNightProduction(series, context),
    ...findNegativeValues(series),
    ...findPowerAboveLimit(series, context),
    ...findEqualDays(series),
    ...findLevelJumps(series, context),
    ...findClockShifts(series, context),
    ...findOppositeProduction(series, context),
  ];
  return suspicions.toSorted((a, b) => a.firstMs - b.firstMs);
}
