import { countOffPeakMinutes, USUAL_OFF_PEAK_MINUTES } from "@/lib/domain/tariffs/count-off-peak-minutes";
import type { TariffSchedule } from "@/lib/domain/tariffs/tariff-schedule";
import { writeClockRanges } from "@/lib/domain/tariffs/write-clock-ranges";
import { formatMonths } from "./format-months";
import { UNKNOWN } from "./format-number";
import { TARIFF_STRUCTURES } from "./tariff-words";

/** The hours of a schedule in words, by season where they differ. */
export function describeOffPeak({ structure, offPeak, lowSeasonOffPeak }: TariffSchedule): string {
  if (structure === "base") return UNKNOWN;
  const hours = writeClockRanges(offPeak);
  return lowSeasonOffPeak ? `${hours} en saison haute ; ${writeClockRanges(lowSeasonOffPeak)} en saison basse` : hours;
}

/**
 * A schedule in words.
 *
 * @example
 * describeTariff(schedule); // => "HP/HC, heures creuses 22h30-6h30"
 */
export function describeTariff(schedule: TariffSchedule): string {
  const { structure, highSeasonMonths } = schedule;
  if (structure === "base") return TARIFF_STRUCTURES.base;
  const season = highSeasonMonths ? ` ; saison haute : ${formatMonths(highSeasonMonths)}` : "";
  return `${TARIFF_STRUCTURES[structure]}, heures creuses ${describeOffPeak(schedule)}${season}`;
}

/** Which months are its high season; unknown where nothing depends on them. */
export function describeSeason({ structure, lowSeasonOffPeak, highSeasonMonths }: TariffSchedule): string {
  if (structure !== "four_periods" && !lowSeasonOffPeak) return UNKNOWN;
  return highSeasonMonths ? formatMonths(highSeasonMonths) : "celle de l’opération";
}

/** That off-peak does not last eight hours a day, as the operator gives it; null when it does. */
export function describeUnusualDuration({ structure, offPeak, lowSeasonOffPeak }: TariffSchedule): string | null {
  if (structure === "base") return null;
  const unusual = [offPeak, ...(lowSeasonOffPeak ? [lowSeasonOffPeak] : [])]
    .map(countOffPeakMinutes)
    .filter((minutes) => minutes !== USUAL_OFF_PEAK_MINUTES);
  if (unusual.length === 0) return null;
  return `${unusual.map(formatHours).join(" et ")} d’heures creuses par jour, au lieu de 8 h en général`;
}

const formatHours = (minutes: number) => {
  const rest = minutes % 60;
  return `${Math.floor(minutes / 60)}\u00a0h${rest > 0 ? `\u00a0${String(rest).padStart(2, "0")}` : ""}`;
};
