import type { PerimeterRole } from "@/lib/domain/perimeter/attachment";
import type { PerimeterState } from "@/lib/domain/perimeter/perimeter-state";
import type { TableStatus } from "./table-cells";

export const VOLTAGES = { low: "BT (basse tension)", medium: "HTA" } as const;

export const ENERGY_SOURCES = {
  solar: "solaire",
  wind: "éolien",
  hydro: "hydraulique",
  biomass: "biomasse",
  biogas: "biogaz",
  geothermal: "géothermie",
  other_renewable: "autre source renouvelable",
  non_renewable: "source non renouvelable",
} as const;

export const EXIT_CAUSES = {
  organiser: "à la demande de la personne morale organisatrice (art. 3.2.1)",
  contract_ended: "contrat d’accès au réseau résilié (art. 3.2.2)",
  contract_suspended: "contrat d’accès au réseau suspendu (art. 3.2.2)",
} as const;

export const PERIMETER_STATES: Readonly<Record<PerimeterState, TableStatus>> = {
  attached: { text: "participe", tone: "success" },
  leaving: { text: "participe, sortie prévue", tone: "warning" },
  planned: { text: "entrée prévue", tone: "info" },
  left: { text: "sorti", tone: "neutral" },
  never: { text: "sans date d’entrée", tone: "neutral" },
};

/** How a metering point takes part, in words. */
export function describeRoles(roles: readonly PerimeterRole[], isStorage: boolean): string {
  if (isStorage) return "Stockage";
  const [isConsumer, isProducer] = [roles.includes("consumer"), roles.includes("producer")];
  if (isConsumer && isProducer) return "Consommateur et producteur";
  if (isProducer) return "Producteur";
  return isConsumer ? "Consommateur" : "–";
}
