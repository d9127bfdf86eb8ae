import { type Place, sunPosition } from "@/lib/domain/profiles/sun-position";
import { listParisDays } from "@/lib/domain/time/list-paris-days";
import type { TimeAxis } from "@/lib/domain/time/time-axis";
import type { SunDay } from "./sun-day";

const DEGREE = Math.PI / 180;
const MINUTE_MS = 60_000;

/**
 * The sun's way on each Paris day of an axis: one look at the almanac a day instead of one a step.
 *
 * The declination moves by 0.4° a day at most, hence the elevation by 0.2° between noon and midnight.
 *
 * @param axis - Whole Paris days.
 */
export function listSunDays(axis: TimeAxis, place: Place): readonly SunDay[] {
  const latitude = place.latitudeDegrees * DEGREE;
  return listParisDays(axis).map(({ day }) => {
    const middayMs = Date.parse(`${day}T12:00:00Z`);
    const { declinationDegrees, equationOfTimeMinutes } = sunPosition(middayMs, place);
    const declination = declinationDegrees * DEGREE;
    return {
      noonMs: middayMs - (4 * place.longitudeDegrees + equationOfTimeMinutes) * MINUTE_MS,
      base: Math.sin(latitude) * Math.sin(declination),
      swing: Math.cos(latitude) * Math.cos(declination),
    };
  });
}
