import type { CivilDate } from "@/lib/domain/time/civil-date";
import { listParisDays, type ParisDaySpan } from "@/lib/domain/time/list-paris-days";
import { parisLocalTime } from "@/lib/domain/time/paris-local-time";
import type { TimeAxis } from "@/lib/domain/time/time-axis";
import { inForceOn } from "./in-force-on";
import { markOffPeakMinutes } from "./mark-off-peak-minutes";
import { type ScheduledPeriod, TARIFF_PERIODS } from "./tariff-periods";
import type { DatedTariffSchedule, TariffSchedule, TariffStructure } from "./tariff-schedule";
import { type DatedTariffSeason, DEFAULT_HIGH_SEASON_MONTHS } from "./tariff-season";

const DAY_MINUTES = 1440;
const MINUTE_MS = 60_000;

/** The tariff periods of each step of an axis; a step that no schedule covers has none. */
export type StepTariffs = {
  readonly axis: TimeAxis;
  /** Index in `TARIFF_PERIODS` of the minutes that are not off-peak; −1 without a schedule. (T,) */
  readonly peak: Int8Array;
  /** Index in `TARIFF_PERIODS` of the off-peak minutes; −1 where there is none. (T,) */
  readonly offPeak: Int8Array;
  /** Off-peak minutes within the step. [min] (T,) */
  readonly offPeakMinutes: Uint8Array;
};

/**
 * Says in which tariff periods each step of an axis lies for one metering point.
 *
 * Real off-peak hours start at 22:38 or 01:08: a step may lie in two periods, and then counts in both by its minutes,
 * since a load curve is the mean power over its step [I: annexe 6 says the curve is cut, not how]. Hours are those of
 * the clock on the wall: on the day of 23 hours a range over 02:00–03:00 is shorter, on that of 25 longer [I]. The
 * season is that of the civil day, so that a range over midnight is cut where the season changes.
 *
 * @param axis - Whole Paris days.
 * @param schedules - Checked ones, of one metering point, in any order.
 * @param seasons - Of the operation; November to March before the first.
 * @throws {DomainError} INVALID_PERIOD when the axis is not made of whole days.
 * @see Convention Enedis-FOR-CF_01E, annexe 6: energies « découpées selon les postes horo-saisonniers du TURPE ».
 */
export function classifySteps(
  axis: TimeAxis,
  schedules: readonly DatedTariffSchedule[],
  seasons: readonly DatedTariffSeason[],
): StepTariffs {
  const { length, stepMinutes } = axis;
  const steps: StepTariffs = {
    axis,
    peak: new Int8Array(length).fill(-1),
    offPeak: new Int8Array(length).fill(-1),
    offPeakMinutes: new Uint8Array(length),
  };
  const patterns = new Map<DatedTariffSchedule, Partial<Record<"high" | "low", DayPattern>>>();
  for (const span of listParisDays(axis)) {
    const schedule = inForceOn(schedules, span.day);
    if (!schedule) continue;
    const season = seasonOn(span.day, schedule, seasons);
    const known = patterns.get(schedule) ?? {};
    const pattern = known[season] ?? dayPattern(schedule, season, stepMinutes);
    patterns.set(schedule, { ...known, [season]: pattern });
    writeDay(steps, span, pattern);
  }
  return steps;
}

type Season = "high" | "low";

type DayPattern = { readonly peak: number; readonly offPeak: number; readonly offPeakMinutes: Uint8Array };

function seasonOn(day: CivilDate, schedule: TariffSchedule, seasons: readonly DatedTariffSeason[]): Season {
  const months = schedule.highSeasonMonths ?? inForceOn(seasons, day)?.highSeasonMonths ?? DEFAULT_HIGH_SEASON_MONTHS;
  return months.includes(Number(day.slice(5, 7))) ? "high" : "low";
}

const PERIODS_OF: Readonly<
  Record<TariffStructure, Readonly<Record<Season, readonly [ScheduledPeriod, ScheduledPeriod]>>>
> = {
  base: { high: ["BASE", "BASE"], low: ["BASE", "BASE"] },
  peak_off_peak: { high: ["HP", "HC"], low: ["HP", "HC"] },
  four_periods: { high: ["HPH", "HCH"], low: ["HPB", "HCB"] },
};

function dayPattern(schedule: TariffSchedule, season: Season, stepMinutes: number): DayPattern {
  const { structure, offPeak, lowSeasonOffPeak } = schedule;
  const marks = markOffPeakMinutes(season === "low" ? (lowSeasonOffPeak ?? offPeak) : offPeak);
  const offPeakMinutes = new Uint8Array(DAY_MINUTES / stepMinutes);
  for (const [minute, mark] of marks.entries()) {
    const step = Math.floor(minute / stepMinutes);
    offPeakMinutes[step] = (offPeakMinutes[step] as number) + mark;
  }
  const [peak, low] = PERIODS_OF[structure][season];
  return { peak: TARIFF_PERIODS.indexOf(peak), offPeak: TARIFF_PERIODS.indexOf(low), offPeakMinutes };
}

// Clocks change on the hour and steps divide it: no step is cut by a change.
function writeDay(steps: StepTariffs, { start, length }: ParisDaySpan, pattern: DayPattern): void {
  const { startMs, stepMinutes } = steps.axis;
  const isOrdinary = length * stepMinutes === DAY_MINUTES;
  for (let k = 0; k < length; k += 1) {
    const t = start + k;
    const ofDay = isOrdinary
      ? k
      : Math.floor(parisLocalTime(startMs + t * stepMinutes * MINUTE_MS).minuteOfDay / stepMinutes);
    const minutes = pattern.offPeakMinutes[ofDay] as number;
    steps.offPeakMinutes[t] = minutes;
    steps.peak[t] = pattern.peak;
    if (minutes > 0) steps.offPeak[t] = pattern.offPeak;
  }
}
