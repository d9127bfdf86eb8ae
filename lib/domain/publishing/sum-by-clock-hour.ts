import type { SharedDay } from "@/lib/domain/dashboard/typical-day";
import { parisDayAxis } from "@/lib/domain/time/paris-day-axis";
import { parisLocalTime } from "@/lib/domain/time/paris-local-time";
import { CLOCK_HOURS, type ClockHours } from "./clock-hours";

const FLOWS = ["productionWh", "withdrawalWh", "selfConsumedWh"] as const;

/**
 * The energies of some days by the hour of the clock.
 *
 * @param days - Of one operation; steps of 60 minutes or less. [Wh per step]
 */
export function sumByClockHour(days: readonly SharedDay[]): ClockHours {
  const zeros = () => Array.from({ length: CLOCK_HOURS }, () => 0);
  const sums = { productionWh: zeros(), withdrawalWh: zeros(), selfConsumedWh: zeros(), hours: zeros() };
  for (const { day, stepMinutes, ...curves } of days) {
    const { startMs, length } = parisDayAxis(day, stepMinutes);
    for (let step = 0; step < length; step += 1) {
      const hour = Math.floor(parisLocalTime(startMs + step * stepMinutes * 60_000).minuteOfDay / 60);
      sums.hours[hour] = (sums.hours[hour] as number) + stepMinutes / 60;
      for (const flow of FLOWS) sums[flow][hour] = (sums[flow][hour] as number) + (curves[flow][step] ?? Number.NaN);
    }
  }
  return sums;
}
