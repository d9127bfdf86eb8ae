import type { TableColumn } from "@/lib/format/table-cells";

export const CONSUMER_COLUMNS: readonly TableColumn[] = [
  { key: "name", label: "Site", kind: "text" },
  { key: "prm", label: "PRM", kind: "code" },
  { key: "participant", label: "Participant", kind: "text" },
  { key: "withdrawal", label: "Soutirage", kind: "energyWh", sum: true },
  { key: "selfConsumed", label: "Autoconsommé", kind: "energyWh", sum: true },
  { key: "complement", label: "Complément", kind: "energyWh", sum: true, differenceOf: ["withdrawal", "selfConsumed"] },
  { key: "rate", label: "Part autoconsommée", kind: "ratio" },
  { key: "correctedSteps", label: "Pas corrigés", kind: "number", sum: true },
];

export const PRODUCER_COLUMNS: readonly TableColumn[] = [
  { key: "name", label: "Site", kind: "text" },
  { key: "prm", label: "PRM", kind: "code" },
  { key: "participant", label: "Participant", kind: "text" },
  { key: "production", label: "Injection", kind: "energyWh", sum: true },
  { key: "selfProduced", label: "Autoproduit", kind: "energyWh", sum: true },
  { key: "surplus", label: "Surplus", kind: "energyWh", sum: true, differenceOf: ["production", "selfProduced"] },
  { key: "rate", label: "Part utilisée", kind: "ratio" },
  { key: "correctedSteps", label: "Pas corrigés", kind: "number", sum: true },
];
