import { buildingWithdrawal } from "@/lib/domain/profiles/building-withdrawal";
import { solarInjection } from "@/lib/domain/profiles/solar-injection";
import { addMonths } from "@/lib/domain/time/add-months";
import type { CivilDate } from "@/lib/domain/time/civil-date";
import { parisPeriodAxis } from "@/lib/domain/time/paris-period-axis";
import type { TimeAxis } from "@/lib/domain/time/time-axis";

/** By what a year's total is spread over its months: each hour alike, or a typical profile of ours. */
export type YearShape = "even" | "solar_roof" | "public_building" | "dwelling";

const YEAR_MONTHS = 12;
const STEP_MINUTES = 60;
const WEATHER_SEED = 1; // the same typical year everywhere
const ROOF = {
  latitudeDegrees: 46.6,
  longitudeDegrees: 2.5,
  tiltDegrees: 30,
  azimuthDegrees: 180,
  peakPowerW: 1,
  weatherSeed: WEATHER_SEED,
};

/**
 * Spreads the energy of twelve months over them, to the whole watt-hour: the months add up to the total.
 *
 * @param from - First day of the first month.
 * @param totalWh - A whole number. [Wh]
 * @returns Twelve. [Wh]
 * @see solarInjection, buildingWithdrawal: the typical profiles. The roof faces south at 30° in the middle of France, the
 *   public building is a town hall.
 */
export function spreadYear(from: CivilDate, totalWh: number, shape: YearShape): readonly number[] {
  const axis = parisPeriodAxis(from, addMonths(from, YEAR_MONTHS), STEP_MINUTES);
  const hours = hourlyShape(shape, from, axis);
  const whole = hours.reduce((sum, hour) => sum + hour, 0);
  let first = 0;
  let weighed = 0;
  let given = 0;
  return Array.from({ length: YEAR_MONTHS }, (_, index) => {
    const { length } = parisPeriodAxis(addMonths(from, index), addMonths(from, index + 1), STEP_MINUTES);
    weighed += hours.subarray(first, first + length).reduce((sum, hour) => sum + hour, 0);
    first += length;
    const until = index === YEAR_MONTHS - 1 ? totalWh : Math.round((totalWh * weighed) / whole);
    const monthWh = until - given;
    given = until;
    return monthWh;
  });
}

function hourlyShape(shape: YearShape, from: CivilDate, axis: TimeAxis): Float64Array {
  if (shape === "even") return new Float64Array(axis.length).fill(1);
  if (shape === "solar_roof") return solarInjection(ROOF, axis).energyWh;
  const type = shape === "dwelling" ? "dwelling" : "town_hall";
  const site = { type, annualEnergyWh: 1, yearFrom: from, weatherSeed: WEATHER_SEED, seed: 0 } as const;
  return buildingWithdrawal(site, axis).energyWh;
}
