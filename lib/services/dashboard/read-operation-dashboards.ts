import "server-only";
import { type DashboardRun, listDashboardRuns } from "@/lib/data/dashboard-runs";
import { groupByOperation } from "@/lib/data/group-by-operation";
import type { OperationSheet } from "@/lib/data/operations";
import type { AuthorizedOperationId } from "@/lib/data/scope";
import { avoidedCarbon } from "@/lib/domain/carbon/avoided-carbon";
import type { CarbonFactor } from "@/lib/domain/carbon/carbon-factor";
import { compareMonths } from "@/lib/domain/dashboard/compare-months";
import { lastYearEnergies } from "@/lib/domain/dashboard/last-year-energies";
import type { MonthEnergies } from "@/lib/domain/dashboard/month-energies";
import { sameDaysAYearBefore } from "@/lib/domain/dashboard/same-days-a-year-before";
import { forecastOfPeriod } from "@/lib/domain/forecast/forecast-of-period";
import type { OperationForecast } from "@/lib/domain/forecast/operation-forecast";
import { settlementRates } from "@/lib/domain/settlement/settlement-rates";
import { listSettlementPeriods } from "@/lib/domain/time/list-settlement-periods";
import type { Period } from "@/lib/domain/time/period";
import { settlementCalendarOf } from "@/lib/services/settlement-calendar-of";
import type { DashboardMonth, DashboardMonthState, OperationDashboard } from "./operation-dashboard";
import { sumDashboardMonths } from "./sum-dashboard-months";

type Operation = { readonly id: AuthorizedOperationId; readonly sheet: OperationSheet };

/** What is known of one operation beside its calendar. */
type Knowledge = {
  readonly runs: readonly DashboardRun[];
  readonly forecasts: readonly OperationForecast[];
  readonly factors: readonly CarbonFactor[];
};

/** The dashboards of many operations over the same days, in their order: the same few queries as for one. */
export async function readOperationDashboards(
  operations: readonly Operation[],
  window: Period,
): Promise<readonly OperationDashboard[]> {
  const ids = operations.map(({ id }) => id);
  const runs = groupByOperation(
    await listDashboardRuns(ids, { from: sameDaysAYearBefore(window).from, toExclusive: window.toExclusive }),
  );
  return operations.map((operation) =>
    composeDashboard(operation, window, { runs: runs.get(operation.id) ?? [], forecasts: [], factors: [] }),
  );
}

function composeDashboard({ sheet }: Operation, window: Period, known: Knowledge): OperationDashboard {
  const periods = listSettlementPeriods(settlementCalendarOf(sheet), window.toExclusive).filter(
    ({ from }) => from >= window.from,
  );
  const settled = known.runs.map((run) => ({ period: run.period, energies: energiesOf(run), run }));
  const months = periods.map((period): DashboardMonth => {
    const found = settled.find((month) => month.period.from === period.from) ?? null;
    const energies = found?.energies ?? null;
    return {
      period,
      state: stateOf(found?.run),
      run: found && runOf(found.run),
      energies,
      rates: energies && settlementRates(energies),
      lastYear: lastYearEnergies(period, settled),
      forecast: forecastOfPeriod(period, known.forecasts),
      avoidedCarbonG: energies && avoidedCarbon(period, energies.selfConsumedWh, known.factors),
      savedCents: null,
      resaleCents: null,
      lackingPrices: 0,
    };
  });
  return {
    window,
    months,
    totals: sumDashboardMonths(months),
    lastYear: compareMonths(months.map(({ energies, lastYear }) => ({ energies, reference: lastYear }))),
    forecast: compareMonths(months.map(({ energies, forecast }) => ({ energies, reference: forecast }))),
    carbonFactors: known.factors,
  };
}

function energiesOf({ productionWh, withdrawalWh, selfConsumedWh, surplusWh }: DashboardRun): MonthEnergies {
  return { productionWh, selfConsumedWh, surplusWh, withdrawalWh, complementWh: withdrawalWh - selfConsumedWh };
}

function stateOf(run: DashboardRun | undefined): DashboardMonthState {
  if (!run) return "not_settled";
  if (run.isClosed) return "closed";
  return run.isStale ? "to_recompute" : "settled";
}

const runOf = ({ id, version, createdAt, correctedSteps }: DashboardRun) => ({
  id,
  version,
  createdAt,
  correctedSteps,
});
