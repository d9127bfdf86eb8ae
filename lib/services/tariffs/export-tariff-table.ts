import { writeClockRanges } from "@/lib/domain/tariffs/write-clock-ranges";
import { formatDay } from "@/lib/format/format-date";
import { formatMonths } from "@/lib/format/format-months";
import { TARIFF_STRUCTURES } from "@/lib/format/tariff-words";
import { toCsv } from "@/lib/format/to-csv";
import { TARIFF_COLUMNS, type TariffColumn } from "@/lib/formats/tariff-schedules/tariff-table";
import type { PointTariffs } from "./list-tariff-lines";

/**
 * The off-peak hours of an operation as the table `readTariffTable` reads; a metering point without any has a line to
 * fill in.
 */
export function exportTariffTable(points: readonly PointTariffs[]): string {
  const rows = points.flatMap(({ prm, name: site, schedules }): readonly Readonly<Record<TariffColumn, string>>[] =>
    schedules.length === 0
      ? [{ prm, site, from: "", structure: "", offPeak: "", lowSeasonOffPeak: "", highSeasonMonths: "" }]
      : schedules.map(({ from, structure, offPeak, lowSeasonOffPeak, highSeasonMonths }) => ({
          prm,
          site,
          from: formatDay(from),
          structure: TARIFF_STRUCTURES[structure],
          offPeak: writeClockRanges(offPeak),
          lowSeasonOffPeak: lowSeasonOffPeak ? writeClockRanges(lowSeasonOffPeak) : "",
          highSeasonMonths: highSeasonMonths ? formatMonths(highSeasonMonths) : "",
        })),
  );
  const keys = Object.keys(TARIFF_COLUMNS) as TariffColumn[];
  return toCsv(
    keys.map((key) => TARIFF_COLUMNS[key]),
    rows.map((row) => keys.map((key) => row[key])),
  );
}
