import { formatCount } from "@/lib/format/format-number";
import type { TableCell, TableColumn } from "@/lib/format/table-cells";
import type { DashboardTotals } from "@/lib/services/dashboard/operation-dashboard";

const energy = { kind: "energyWh", unit: "MWh", decimals: 1, sum: true } as const;

/**
 * What is told of an operation, or of a month: how complete it is, then its figures. What is asked first comes first: on a
 * telephone the rest is beyond the edge.
 */
export const TOTALS_COLUMNS: readonly TableColumn[] = [
  { key: "state", label: "Périodes", kind: "status" },
  { ...energy, key: "production", label: "Production" },
  { ...energy, key: "selfConsumed", label: "Autoconsommé" },
  { key: "selfProduction", label: "Taux d’autoproduction", kind: "ratio" },
  { key: "selfConsumption", label: "Taux d’autoconsommation", kind: "ratio" },
  { key: "saved", label: "Économies", kind: "amountCents" },
  { key: "carbon", label: "CO₂ évité", kind: "number", unit: "kg" },
  { ...energy, key: "surplus", label: "Surplus", differenceOf: ["production", "selfConsumed"] },
  { ...energy, key: "withdrawal", label: "Soutirage" },
  { ...energy, key: "complement", label: "Complément", differenceOf: ["withdrawal", "selfConsumed"] },
  { key: "coverage", label: "Taux de couverture", kind: "ratio" },
  { key: "computedAt", label: "Dernier calcul", kind: "instantMs" },
];

/** The same without sums: one month that is not settled would make all of them unknown, and the figures above say them. */
export const MONTH_COLUMNS: readonly TableColumn[] = TOTALS_COLUMNS.map(({ sum: _, ...column }) => column);

const G_PER_KG = 1_000;

/** Totals as the cells of `TOTALS_COLUMNS`. */
export function cellsOfTotals(totals: DashboardTotals): Readonly<Record<string, TableCell>> {
  const { energies, rates, savedCents, avoidedCarbonG, settledMonths } = totals;
  // An amount known for some periods only would be taken for that of all of them.
  const whole = (sum: typeof savedCents) => (sum?.months === settledMonths ? sum.amount : null);
  const carbonG = whole(avoidedCarbonG);
  return {
    production: energies?.productionWh ?? null,
    selfConsumed: energies?.selfConsumedWh ?? null,
    surplus: energies?.surplusWh ?? null,
    withdrawal: energies?.withdrawalWh ?? null,
    complement: energies?.complementWh ?? null,
    selfProduction: rates?.selfProductionRate ?? null,
    selfConsumption: rates?.selfConsumptionRate ?? null,
    coverage: rates?.coverageRate ?? null,
    saved: whole(savedCents),
    carbon: carbonG === null ? null : carbonG / G_PER_KG,
    state: describeCompleteness(totals),
    computedAt: totals.computedAt?.getTime() ?? null,
  };
}

/** How much of what should be settled is, in a few words. */
export function describeCompleteness({
  settledMonths,
  unsettledMonths,
  monthsToRecompute,
}: Pick<DashboardTotals, "settledMonths" | "unsettledMonths" | "monthsToRecompute">): TableCell {
  const due = settledMonths + unsettledMonths;
  if (due === 0) return { text: "aucune période terminée", tone: "neutral" };
  if (unsettledMonths > 0) return { text: `${settledMonths} sur ${due} calculées`, tone: "warning" };
  if (monthsToRecompute > 0) return { text: `${monthsToRecompute} à recalculer`, tone: "warning" };
  return { text: formatCount(settledMonths, "calculée", "calculées"), tone: "success" };
}
