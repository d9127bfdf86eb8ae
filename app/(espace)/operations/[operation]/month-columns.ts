import type { TableColumn } from "@/lib/format/table-cells";

/** One settled month a row. */
export const MONTH_COLUMNS: readonly TableColumn[] = [
  { key: "period", label: "Période", kind: "text" },
  { key: "production", label: "Production", kind: "energyWh", sum: true },
  { key: "selfConsumed", label: "Autoconsommé", kind: "energyWh", sum: true },
  { key: "surplus", label: "Surplus", kind: "energyWh", sum: true, differenceOf: ["production", "selfConsumed"] },
  { key: "withdrawal", label: "Soutirage", kind: "energyWh", sum: true },
  { key: "complement", label: "Complément", kind: "energyWh", sum: true, differenceOf: ["withdrawal", "selfConsumed"] },
  { key: "selfConsumption", label: "Taux d’autoconsommation", kind: "ratio" },
  { key: "selfProduction", label: "Taux d’autoproduction", kind: "ratio" },
  { key: "operator", label: "Écarts avec le gestionnaire", kind: "status" },
];
