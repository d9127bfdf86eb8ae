import type { CouncilReport } from "@/lib/domain/report/council-report";
import { formatKwh } from "./format-energy";
import { formatPercent } from "./format-percent";

/** A figure read from afar. */
export type ReportTile = { readonly label: string; readonly value: string; readonly detail: string };

/** The four figures of a report. */
export function listReportTiles({ totals, rates }: CouncilReport): readonly ReportTile[] {
  return [
    { label: "Produit", value: formatKwh(totals.productionWh, 0), detail: "par les installations de l’opération" },
    {
      label: "Utilisé sur place",
      value: formatKwh(totals.selfConsumedWh, 0),
      detail: `${formatPercent(rates.selfConsumptionRate)} de la production`,
    },
    { label: "Surplus", value: formatKwh(totals.surplusWh, 0), detail: "pris par l’acheteur des producteurs" },
    {
      label: "Part couverte",
      value: formatPercent(rates.selfProductionRate),
      detail: `de ${formatKwh(totals.withdrawalWh, 0)} consommés`,
    },
  ];
}
