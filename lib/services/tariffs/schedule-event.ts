import type { DatedTariffSchedule } from "@/lib/domain/tariffs/tariff-schedule";
import { writeClockRanges } from "@/lib/domain/tariffs/write-clock-ranges";
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
    ...(offPeak.length > 0 ? { offPeak: writeClockRanges(offPeak) } : {}),
    ...(lowSeasonOffPeak ? { lowSeasonOffPeak: writeClockRanges(lowSeasonOffPeak) } : {}),
    ...(highSeasonMonths ? { highSeasonMonths: formatMonths(highSeasonMonths) } : {}),
  };
}
