import type { EnergySeries } from "@/lib/domain/series/energy-series";
import type { CivilDate } from "@/lib/domain/time/civil-date";
import { parisPeriodAxis } from "@/lib/domain/time/paris-period-axis";
import type { TimeAxis } from "@/lib/domain/time/time-axis";
import { BUILDING_PROFILES } from "./building-profiles";
import type { BuildingType } from "./building-type";
import { relativeLoad } from "./relative-load";

/** A site that consumes. */
export type ConsumingSite = {
  readonly type: BuildingType;
  /** Energy of the twelve months from `yearFrom`. [Wh] */
  readonly annualEnergyWh: number;
  /** First day of the twelve months that hold exactly `annualEnergyWh`. */
  readonly yearFrom: CivilDate;
  /** Which weather; give the same to every site of an operation. (int32) */
  readonly weatherSeed: number;
  /** Which site: two schools with the same seed would have the same noise. (int32) */
  readonly seed: number;
};

/**
 * A typical consumption curve of a site: opening hours, school and public holidays, weather, chance.
 *
 * Depends on the site and the instants only: a day computed alone equals the same day cut out of a year.
 *
 * @param site - What it is, how much it uses in which year.
 * @param axis - Any time axis; local time is that of Paris.
 * @returns Energy withdrawn, > 0. [Wh per step] (axis.length,)
 * @throws {DomainError} INVALID_STEP when the axis's step does not divide the hour.
 */
export function buildingWithdrawal(site: ConsumingSite, axis: TimeAxis): EnergySeries {
  const profile = BUILDING_PROFILES[site.type];
  const year = parisPeriodAxis(site.yearFrom, sameDayNextYear(site.yearFrom), axis.stepMinutes);
  const scaleWh = site.annualEnergyWh / relativeLoad(profile, site, year).reduce((sum, load) => sum + load, 0);
  return { axis, energyWh: relativeLoad(profile, site, axis).map((load) => load * scaleWh) };
}

// 29 February has no such day: it rolls over to 1 March.
function sameDayNextYear(day: CivilDate): CivilDate {
  const date = new Date(`${day}T00:00:00Z`);
  date.setUTCFullYear(date.getUTCFullYear() + 1);
  return date.toISOString().slice(0, 10) as CivilDate;
}
