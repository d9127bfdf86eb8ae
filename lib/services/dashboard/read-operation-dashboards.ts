import "server-only";
import { listCarbonFactors } from "@/lib/data/carbon-factors";
import { type DashboardRun, listDashboardRuns } from "@/lib/data/dashboard-runs";
import { groupByOperation } from "@/lib/data/group-by-operation";
import { listForecasts } from "@/lib/data/operation-forecasts";
import { listEndDays } from "@/lib/data/operation-statuses";
import type { OperationSheet } from "@/lib/data/operations";
import type { AuthorizedOperationId } from "@/lib/data/scope";
import { avoidedCarbon } from "@/lib/domain/carbon/avoided-carbon";
import type { CarbonFactor } from "@/lib/domain/carbon/carbon-factor";
import { compareMonths } from "@/lib/domain/dashboard/compare-months";
import { isPeriodDue } from "@/lib/domain/dashboard/is-period-due";
import { lastYearEnergies } from "@/lib/domain/dashboard/last-year-energies";
import type { MonthEnergies } from "@/lib/domain/dashboard/month-energies";
import { sameDaysAYearBefore } from "@/lib/domain/dashboard/same-days-a-year-before";
import { forecastOfPeriod } from "@/lib/domain/forecast/forecast-of-period";
import type { OperationForecast } from "@/lib/domain/forecast/operation-forecast";
import { settlementRates } from "@/lib/domain/settlement/settlement-rates";
import type { CivilDate } from "@/lib/domain/time/civil-date";
import { listSettlementPeriods } from "@/lib/domain/time/list-settlement-periods";
import type { Period } from "@/lib/domain/time/period";
import type { OperationMoney } from "@/lib/services/money/read-operation-money";
import { readOperationsMoney } from "@/lib/services/money/read-operations-money";
import { settlementCalendarOf } from "@/lib/services/settlement-calendar-of";
import type { DashboardMonth, DashboardMonthState, OperationDashboard } from "./operation-dashboard";
import { sumDashboardMonths } from "./sum-dashboard-months";

type Operation = { readonly id: AuthorizedOperationId; readonly sheet: OperationSheet };

/** What is known of one operation beside its calendar. */
type Knowledge = {
  readonly runs: readonly DashboardRun[];
  readonly forecasts: readonly OperationForecast[];
  readonly factors: readonly CarbonFactor[];
  readonly money: OperationMoney["months"];
  /** The day on which its convention ended or will; no period is expected from then on. */
  readonly endDay: CivilDate | undefined;
};

/**
 * The dashboards of many operations over the same days, in their order: the same few queries as for one.
 *
 * A period without a result is told when it is over and began before the end of its convention: nobody waits for others.
 */
export async function readOperationDashboards(
  operations: readonly Operation[],
  window: Period,
  today: CivilDate,
): Promise<readonly OperationDashboard[]> {
  const ids = operations.map(({ id }) => id);
  // No result lies ahead: a window that goes on for centuries is not cut into periods.
  const until = window.toExclusive < today ? window.toExclusive : today;
  const known = { from: window.from, toExclusive: until };
  const { from } = sameDaysAYearBefore(known);
  const [runs, forecasts, factors, money, endDays] = await Promise.all([
    listDashboardRuns(ids, { from, toExclusive: until }).then(groupByOperation),
    listForecasts(ids).then(groupStanding),
    listCarbonFactors(ids).then(groupStanding),
    readOperationsMoney(ids, known),
    listEndDays(ids),
  ]);
  return operations.map((operation) =>
    composeDashboard(operation, window, today, {
      runs: runs.get(operation.id) ?? [],
      forecasts: forecasts.get(operation.id) ?? [],
      factors: factors.get(operation.id) ?? [],
      money: money.get(operation.id)?.months ?? [],
      endDay: endDays.get(operation.id),
    }),
  );
}

const groupStanding = <T extends { readonly operationId: string; readonly supersededAt: Date | null }>(
  rows: readonly T[],
) => groupByOperation(rows.filter(({ supersededAt }) => supersededAt === null));

function composeDashboard(
  { sheet }: Operation,
  window: Period,
  today: CivilDate,
  known: Knowledge,
): OperationDashboard {
  const settled = known.runs.map((run) => ({ period: run.period, energies: energiesOf(run), run }));
  const isTold = (period: Period) =>
    isPeriodDue(period, today, known.endDay) || settled.some((month) => month.period.from === period.from);
  const until = window.toExclusive < today ? window.toExclusive : today;
  const periods = listSettlementPeriods(settlementCalendarOf(sheet), until).filter(
    (period) => period.from >= window.from && isTold(period),
  );
  const months = periods.map((period): DashboardMonth => {
    const found = settled.find((month) => month.period.from === period.from) ?? null;
    const energies = found?.energies ?? null;
    const money = known.money.find(({ runId }) => runId === found?.run.id);
    return {
      period,
      state: stateOf(found?.run),
      run: found && runOf(found.run),
      energies,
      rates: energies && settlementRates(energies),
      lastYear: lastYearEnergies(period, settled),
      forecast: forecastOfPeriod(period, known.forecasts),
      avoidedCarbonG: energies && avoidedCarbon(period, energies.selfConsumedWh, known.factors),
      savedCents: money?.savedCents ?? null,
      resaleCents: money?.resaleCents ?? null,
      lackingPrices: money?.lacking ?? 0,
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

// Two sums of the same energies may differ in the last bit: what remains is never below 0.
function energiesOf({ productionWh, withdrawalWh, selfConsumedWh, surplusWh }: DashboardRun): MonthEnergies {
  const complementWh = Math.max(0, withdrawalWh - selfConsumedWh);
  return { productionWh, selfConsumedWh, surplusWh: Math.max(0, surplusWh), withdrawalWh, complementWh };
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
