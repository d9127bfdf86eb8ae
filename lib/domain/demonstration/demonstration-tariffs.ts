import type { ClockRange, DatedTariffSchedule } from "@/lib/domain/tariffs/tariff-schedule";
import { civilDate } from "@/lib/domain/time/civil-date";

/** Off-peak hours of a metering point of the demonstration; from its first day unless told otherwise. */
export type DemonstrationTariff = Omit<DatedTariffSchedule, "from"> &
  Partial<Pick<DatedTariffSchedule, "from">> & { readonly prm: string };

const clock = (hour: number, minute: number) => hour * 60 + minute;
const range = (fromMinute: number, toMinute: number): ClockRange => ({ fromMinute, toMinute });

const NIGHT = [range(clock(22, 30), clock(6, 30))];
const ODD_NIGHT = [range(clock(22, 38), clock(6, 38))];
const NIGHT_AND_NOON = [range(clock(1, 38), clock(7, 8)), range(clock(12, 38), clock(15, 8))];

const BASE = { structure: "base", offPeak: [], lowSeasonOffPeak: null, highSeasonMonths: null } as const;
const PEAK = { structure: "peak_off_peak", lowSeasonOffPeak: null, highSeasonMonths: null } as const;
const FOUR = { structure: "four_periods", lowSeasonOffPeak: null, highSeasonMonths: null } as const;

/**
 * Every kind of schedule a commune meets: base, one range and two, hours that cut a half-hour, four periods, other hours
 * in summer, a change on the way. One site is left untold, as it happens.
 */
export const DEMONSTRATION_TARIFFS: readonly DemonstrationTariff[] = [
  { prm: "99000000000134", ...PEAK, offPeak: NIGHT },
  { prm: "99000000000246", ...BASE },
  { prm: "99000000000358", ...FOUR, offPeak: NIGHT },
  // From base to two periods when its contract was made anew.
  { prm: "99000000000460", ...BASE },
  { prm: "99000000000460", ...PEAK, from: civilDate("2026-01-15"), offPeak: NIGHT_AND_NOON },
  { prm: "99000000000571", ...PEAK, offPeak: NIGHT_AND_NOON },
  { prm: "99000000000683", ...FOUR, offPeak: ODD_NIGHT },
  // Off-peak at midday in summer, as the network tariff has it since November 2025.
  {
    ...{ prm: "99000000000795", structure: "four_periods", offPeak: NIGHT, highSeasonMonths: null },
    lowSeasonOffPeak: [range(clock(0, 30), clock(5, 30)), range(clock(13, 0), clock(16, 0))],
  },
  { prm: "99000000000807", ...PEAK, offPeak: ODD_NIGHT },
  { prm: "99000000000909", ...BASE },
  { prm: "99000000001147", ...PEAK, offPeak: NIGHT },
  { prm: "99000000001259", ...BASE },
];

/**
 * What the operator holds otherwise than the registry, in the month whose energies by tariff period it published: the
 * sports hall with hours at noon, and those of the site that nobody told us.
 */
export const OPERATOR_TARIFFS = {
  from: civilDate("2026-08-01"),
  schedules: [
    { prm: "99000000000683", ...FOUR, offPeak: NIGHT_AND_NOON },
    { prm: "99000000001035", ...PEAK, offPeak: NIGHT },
  ] satisfies readonly DemonstrationTariff[],
} as const;
