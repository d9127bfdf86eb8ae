import type { DatedTariffSchedule } from "@/lib/domain/tariffs/tariff-schedule";
import { formatClockRanges } from "@/lib/format/format-clock-ranges";
import { formatMonths } from "@/lib/format/format-months";

/** A schedule as the audit trail keeps it: the hours of a meter, nobody's name. */
export function scheduleEvent({
  from,
  structure,
  offPeak,
  lowSeasonOffPeak,
  highSeasonMonths,
}: DatedTariffSchedule): Readonly<Record<string, string>> {
  return {
    day: from,
    structure,
    ...(offPeak.length > 0 ? { offPeak: formatClockRanges(offPeak) } : {}),
    ...(lowSeasonOffPeak ? { lowSeasonOffPeak: formatClockRanges(lowSeasonOffPeak) } : {}),
    ...(highSeasonMonths ? { highSeasonMonths: formatMonths(highSeasonMonths) } : {}),
  };
}
