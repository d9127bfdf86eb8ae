import type { CouncilReport } from "@/lib/domain/report/council-report";
import { describeForecast, describeLastYear } from "./council-sentences";
import { formatCarbon } from "./format-carbon";
import { formatRoundEuros } from "./format-money";
import { formatCount, formatNumber } from "./format-number";

/** What is said under the sentences of a report: last year, the forecast, the surplus in euros, CO₂ with its factor. */
export function listReportRemarks(report: CouncilReport): readonly string[] {
  const { saved, resale, avoidedCarbon, lastYear, forecast, months } = report;
  const settled = months.filter(({ run }) => run !== null).length;
  const over = (known: number) =>
    known === settled ? "" : ` (sur ${formatCount(known, "période", "périodes")} de ${settled})`;
  return [
    // Where no price is known, last year is one of the sentences already.
    ...(saved === null ? [] : describeLastYear(lastYear)),
    ...describeForecast(forecast),
    ...(resale === null
      ? []
      : [`La vente du surplus a rapporté ${formatRoundEuros(resale.amount)} aux producteurs${over(resale.months)}.`]),
    ...(avoidedCarbon === null
      ? []
      : [
          `CO₂ évité : ${formatCarbon(avoidedCarbon.amount)}${over(avoidedCarbon.months)}, ${describeFactors(report)}.`,
        ]),
  ];
}

function describeFactors({ carbonFactors, range }: CouncilReport): string {
  const used = carbonFactors.filter(
    ({ from }, index) => from < range.toExclusive && (carbonFactors[index + 1]?.from ?? "9999") > range.from,
  );
  return used
    .map(({ gridGramsPerKwh, ownGramsPerKwh, source, year }) => {
      const own =
        ownGramsPerKwh === null
          ? ""
          : `, moins ${formatNumber(ownGramsPerKwh, { maxDecimals: 1 })} g pour les installations`;
      return `à ${formatNumber(gridGramsPerKwh, { maxDecimals: 1 })} g par kWh du réseau${own} (${source}, ${year})`;
    })
    .join(" puis ");
}
