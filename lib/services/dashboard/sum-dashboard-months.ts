import { sumEnergies } from "@/lib/domain/dashboard/sum-energies";
import { settlementRates } from "@/lib/domain/settlement/settlement-rates";
import type { DashboardMonth, DashboardTotals } from "./operation-dashboard";
import { sumKnownMonths } from "./sum-known-months";

/** The months of a dashboard together: never over a month that is not settled, and saying over how many. */
export function sumDashboardMonths(months: readonly DashboardMonth[]): DashboardTotals {
  const settled = months.flatMap(({ run, energies }) => (run && energies ? [{ run, energies }] : []));
  const energies = sumEnergies(settled.map((month) => month.energies));
  const computedMs = Math.max(...settled.map(({ run }) => run.createdAt.getTime()));
  return {
    settledMonths: settled.length,
    unsettledMonths: months.length - settled.length,
    monthsToRecompute: months.filter(({ state }) => state === "to_recompute").length,
    correctedSteps: settled.reduce((sum, { run }) => sum + run.correctedSteps, 0),
    computedAt: settled.length === 0 ? null : new Date(computedMs),
    energies,
    rates: energies && settlementRates(energies),
    avoidedCarbonG: sumKnownMonths(months.map(({ avoidedCarbonG }) => avoidedCarbonG)),
    savedCents: sumKnownMonths(months.map(({ savedCents }) => savedCents)),
    resaleCents: sumKnownMonths(months.map(({ resaleCents }) => resaleCents)),
    lackingPrices: Math.max(0, ...months.map(({ lackingPrices }) => lackingPrices)),
  };
}
