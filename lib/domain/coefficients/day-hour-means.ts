import type { CivilDate } from "@/lib/domain/time/civil-date";
import { listParisDays } from "@/lib/domain/time/list-paris-days";
import type { TimeAxis } from "@/lib/domain/time/time-axis";

/** The hours of one Paris day. */
export type DayHourMeans = {
  readonly day: CivilDate;
  /** One per hour that passes, 23 in March, 25 in October; `NaN` where no step has a value. (23, 24 or 25,) */
  readonly means: Float64Array;
};

/**
 * The mean coefficient of a consumer in each hour of each day.
 *
 * @param axis - Whole Paris days.
 * @param ppm - C_j(t). [ppm] (T,)
 * @param missingSteps - 1 at the steps that have no value; absent: none. (T,)
 * @returns In order of days. [ppm]
 * @throws {DomainError} INVALID_PERIOD when the axis is not made of whole days.
 */
export function dayHourMeans(axis: TimeAxis, ppm: Uint32Array, missingSteps?: Uint8Array): readonly DayHourMeans[] {
  const perHour = 60 / axis.stepMinutes;
  return listParisDays(axis).map(({ day, start, length }) => {
    const means = new Float64Array(length / perHour);
    for (let hour = 0; hour < means.length; hour += 1) {
      let [sumPpm, count] = [0, 0];
      const first = start + hour * perHour;
      for (let step = first; step < first + perHour; step += 1) {
        if (missingSteps?.[step]) continue;
        sumPpm += ppm[step] as number;
        count += 1;
      }
      means[hour] = sumPpm / count; // NaN without a step
    }
    return { day, means };
  });
}
