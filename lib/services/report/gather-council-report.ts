import "server-only";
import { listMeteringPoints, type MeteringPointSheet } from "@/lib/data/metering-points";
import type { OperationSheet } from "@/lib/data/operations";
import {
  listNaturalPersonIds,
  listRunOrigins,
  type PointSum,
  type RunOrigin,
  sumRunPoints,
} from "@/lib/data/report-sources";
import type { AuthorizedOperationId } from "@/lib/data/scope";
import { composeCouncilReport, type ReportedMonth } from "@/lib/domain/report/compose-council-report";
import type { CouncilReport } from "@/lib/domain/report/council-report";
import type { ReportedPoint } from "@/lib/domain/report/group-residents";
import type { CivilDate } from "@/lib/domain/time/civil-date";
import type { Period } from "@/lib/domain/time/period";
import type { DashboardMonth } from "@/lib/services/dashboard/operation-dashboard";
import { readOperationDashboard } from "@/lib/services/dashboard/read-operation-dashboard";
import { readTypicalDays } from "@/lib/services/dashboard/read-typical-days";
import { holdersOver } from "@/lib/services/outputs/holders-over";
import { nameHolders } from "@/lib/services/runs/name-holders";

/** An operation whose access is proven, and who reports on it. */
export type ReportingOperation = {
  readonly id: AuthorizedOperationId;
  readonly sheet: OperationSheet;
  readonly collectivity: { readonly id: string; readonly name: string };
};

/**
 * What a council is told of the periods that begin within some days: from stored results only, in a number of queries that
 * depends neither on the months nor on the metering points.
 *
 * @param window - A period belongs to it by its first day.
 * @param today - The day the report bears; periods that had not ended are left out.
 * @returns Null when none of these periods is settled.
 */
export async function gatherCouncilReport(
  operation: ReportingOperation,
  window: Period,
  today: CivilDate,
): Promise<CouncilReport | null> {
  const { id, sheet, collectivity } = operation;
  const dashboard = await readOperationDashboard(operation, window, today);
  const { months } = dashboard;
  const settled = months.filter(({ run }) => run !== null);
  const [first, last] = [settled[0], settled.at(-1)];
  if (!first || !last) return null;
  const runIds = settled.flatMap(({ run }) => run?.id ?? []);
  const days = { from: first.period.from, toExclusive: last.period.toExclusive };
  const [origins, sums, sheets, people, typicalDays] = await Promise.all([
    listRunOrigins(id, runIds),
    sumRunPoints(id, runIds),
    listMeteringPoints(id),
    listNaturalPersonIds(id),
    readTypicalDays(id, window),
  ]);
  const toPoint = describePoint(sheets, people, days);
  const ofRole = (role: PointSum["role"]) => sums.filter((sum) => sum.role === role).map(toPoint);
  const { totals, lastYear, forecast, carbonFactors } = dashboard;
  return composeCouncilReport({
    collectivityName: collectivity.name,
    operation: { name: sheet.name, accNumber: sheet.accNumber, startDay: sheet.startDay },
    writtenOn: today,
    months: months.map((month) => toMonth(month, origins)),
    lastYear,
    forecast,
    saved: totals.savedCents,
    resale: totals.resaleCents,
    avoidedCarbon: totals.avoidedCarbonG,
    carbonFactors,
    typicalDays,
    consumers: ofRole("consumer"),
    producers: ofRole("producer"),
  });
}

function toMonth(month: DashboardMonth, origins: ReadonlyMap<string, RunOrigin>): ReportedMonth {
  const { period, state, energies, savedCents, resaleCents, avoidedCarbonG } = month;
  const origin = month.run && origins.get(month.run.id);
  const run = month.run && origin ? { ...month.run, ...origin } : null;
  return { period, state, run, energies, savedCents, resaleCents, avoidedCarbonG };
}

function describePoint(sheets: readonly MeteringPointSheet[], people: ReadonlySet<string>, days: Period) {
  const byId = new Map(sheets.map((sheet) => [sheet.id, sheet]));
  return ({ meteringPointId, energyWh, sharedWh, amountCents }: PointSum): ReportedPoint => {
    const sheet = byId.get(meteringPointId);
    if (!sheet) throw new Error(`a run names the metering point ${meteringPointId}, which the operation does not have`);
    const peopleIds = holdersOver(sheet, days).filter((holderId) => people.has(holderId));
    return { name: sheet.name, holder: nameHolders(sheet, days), peopleIds, energyWh, sharedWh, amountCents };
  };
}
