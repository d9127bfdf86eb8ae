import type { TableColumn } from "@/lib/format/table-cells";

/** One month a row, settled or not. */
export const MONTH_COLUMNS: readonly TableColumn[] = [
  { key: "period", label: "Période", kind: "text" },
  { key: "state", label: "État", kind: "status" },
  { key: "production", label: "Production", kind: "energyWh", sum: true },
  { key: "selfConsumed", label: "Autoconsommé", kind: "energyWh", sum: true },
  { key: "surplus", label: "Surplus", kind: "energyWh", sum: true, differenceOf: ["production", "selfConsumed"] },
  { key: "withdrawal", label: "Soutirage", kind: "energyWh", sum: true },
  { key: "complement", label: "Complément", kind: "energyWh", sum: true, differenceOf: ["withdrawal", "selfConsumed"] },
  { key: "selfConsumption", label: "Taux d’autoconsommation", kind: "ratio" },
  { key: "selfProduction", label: "Taux d’autoproduction", kind: "ratio" },
  { key: "coverage", label: "Taux de couverture", kind: "ratio" },
  { key: "saved", label: "Économies", kind: "amountCents", sum: true },
  { key: "carbon", label: "CO₂ évité", kind: "number", unit: "kg CO₂e", decimals: 1, sum: true },
  { key: "corrected", label: "Pas corrigés", kind: "number", sum: true },
  { key: "computed", label: "Calculé le", kind: "instantMs" },
  { key: "operator", label: "Écarts avec le gestionnaire", kind: "status" },
];
