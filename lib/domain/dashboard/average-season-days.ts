import { parisDayAxis } from "@/lib/domain/time/paris-day-axis";
import { parisLocalTime } from "@/lib/domain/time/paris-local-time";
import { type CivilSeason, civilSeason } from "./civil-season";
import { CLOCK_SLOTS, type DayKind, type SharedDay, type TypicalDay } from "./typical-day";

const SEASONS: readonly CivilSeason[] = ["winter", "spring", "summer", "autumn"];
const KINDS: readonly DayKind[] = ["all", "weekday", "weekend"];
const SLOT_MINUTES = 30;
const DAY_MINUTES = 1440;
const FLOWS = ["productionWh", "withdrawalWh", "selfConsumedWh"] as const;

type Flow = (typeof FLOWS)[number];
type Sums = { days: number; readonly minutes: Float64Array } & Readonly<Record<Flow, Float64Array>>;

/**
 * The typical day of each season and kind of day: the mean, half-hour of the clock by half-hour of the clock.
 *
 * Each step counts for the minutes it lasts in the half-hour the clock shows: an hour the clock skips counts for
 * nobody, an hour it shows twice counts twice. A step of which one of the three energies is missing counts for none of
 * them, so that what was self-consumed never passes what was produced or withdrawn.
 *
 * @param days - Of one operation, in any order; steps of 60 minutes or less. [Wh per step]
 * @returns Twelve typical days, those without a known step included. [Wh per half-hour]
 */
export function averageSeasonDays(days: readonly SharedDay[]): readonly TypicalDay[] {
  const sums = new Map<string, Sums>(
    SEASONS.flatMap((season) => KINDS.map((kind) => [`${season} ${kind}`, emptySums()] as const)),
  );
  for (const day of days) {
    const season = civilSeason(day.day);
    for (const kind of ["all", kindOf(day)] as const) addDay(sums.get(`${season} ${kind}`) as Sums, day);
  }
  return SEASONS.flatMap((season) =>
    KINDS.map((kind) => ({ season, kind, ...meansOf(sums.get(`${season} ${kind}`) as Sums) })),
  );
}

function emptySums(): Sums {
  const zeros = () => new Float64Array(CLOCK_SLOTS);
  return { days: 0, minutes: zeros(), productionWh: zeros(), withdrawalWh: zeros(), selfConsumedWh: zeros() };
}

function kindOf({ day }: SharedDay): DayKind {
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay();
  return weekday === 0 || weekday === 6 ? "weekend" : "weekday";
}

function addDay(sums: Sums, day: SharedDay): void {
  const clockMinutes = clockMinutesOf(day);
  // A step of an hour spreads over the two half-hours it lasts.
  const parts = Math.max(1, day.stepMinutes / SLOT_MINUTES);
  let isKnown = false;
  for (const [step, minute] of clockMinutes.entries()) {
    if (FLOWS.some((flow) => Number.isNaN(day[flow][step] ?? Number.NaN))) continue;
    isKnown = true;
    for (let part = 0; part < parts; part += 1) {
      const slot = Math.floor(minute / SLOT_MINUTES) + part;
      sums.minutes[slot] = (sums.minutes[slot] as number) + day.stepMinutes / parts;
      for (const flow of FLOWS) sums[flow][slot] = (sums[flow][slot] as number) + (day[flow][step] as number) / parts;
    }
  }
  if (isKnown) sums.days += 1;
}

/** What the clock shows at the start of each step. [min] */
function clockMinutesOf({ day, stepMinutes, productionWh }: SharedDay): readonly number[] {
  const { length } = productionWh;
  if (length * stepMinutes === DAY_MINUTES) return Array.from({ length }, (_, step) => step * stepMinutes);
  const { startMs } = parisDayAxis(day, stepMinutes);
  return Array.from({ length }, (_, step) => parisLocalTime(startMs + step * stepMinutes * 60_000).minuteOfDay);
}

function meansOf(sums: Sums): Omit<TypicalDay, "season" | "kind"> {
  const mean = (flow: Flow) =>
    Array.from(sums[flow], (sum, slot) => {
      const minutes = sums.minutes[slot] as number;
      return minutes === 0 ? null : (sum * SLOT_MINUTES) / minutes;
    });
  return {
    days: sums.days,
    productionWh: mean("productionWh"),
    withdrawalWh: mean("withdrawalWh"),
    selfConsumedWh: mean("selfConsumedWh"),
  };
}
