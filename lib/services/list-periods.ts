import "server-only";
import { listMeteringPoints, type MeteringPointSheet } from "@/lib/data/metering-points";
import { listOperationStatuses } from "@/lib/data/operation-statuses";
import type { OperationSheet } from "@/lib/data/operations";
import { listPeriodClosings, type PeriodClosing } from "@/lib/data/period-closings";
import type { AuthorizedOperationId } from "@/lib/data/scope";
import { listSettlementRuns, type SettlementRunSummary } from "@/lib/data/settlement-runs";
import { listStaleRunIds } from "@/lib/data/stale-runs";
import { operationStatusOn } from "@/lib/domain/operation/operation-status-on";
import type { findMissingMeasures } from "@/lib/domain/settlement/find-missing-measures";
import type { PeriodState } from "@/lib/domain/settlement/period-state";
import type { CivilDate } from "@/lib/domain/time/civil-date";
import { listSettlementPeriods } from "@/lib/domain/time/list-settlement-periods";
import type { Period } from "@/lib/domain/time/period";
import { readCompletenessBoard } from "./measures/read-completeness-board";
import { settlementCalendarOf } from "./settlement-calendar-of";

export type PeriodStatus = {
  readonly period: Period;
  readonly state: PeriodState;
  /** The latest version, or null. */
  readonly run: SettlementRunSummary | null;
  /** What it waits for, one entry for each metering point and role. */
  readonly missing: readonly MissingPoint[];
  /** The closing that stands; null unless it is closed. */
  readonly closing: PeriodClosing | null;
  /** Settled, and data changed since: to be recomputed unless it is closed. */
  readonly isStale: boolean;
};

export type MissingPoint = {
  readonly prm: string;
  readonly name: string;
  readonly role: "consumer" | "producer";
  readonly days: readonly CivilDate[];
};

/** The settlement periods of an operation until its convention ends, latest first, and where each stands. */
export async function listPeriods(
  operation: { readonly id: AuthorizedOperationId; readonly sheet: OperationSheet },
  today: CivilDate,
): Promise<readonly PeriodStatus[]> {
  const { id, sheet } = operation;
  const all = listSettlementPeriods(settlementCalendarOf(sheet), today).toReversed();
  const [statuses, runs, stale, points, closings] = await Promise.all([
    listOperationStatuses(id),
    listSettlementRuns(id),
    listStaleRunIds(id),
    listMeteringPoints(id),
    listPeriodClosings(id),
  ]);
  const closed = new Map(
    closings.filter(({ reopenedAt }) => reopenedAt === null).map((closing) => [closing.period.from, closing]),
  );
  const latest = new Map(runs.toReversed().map((run) => [run.period.from, run]));
  // Nothing is shared once the convention has ended (art. 8.5.2); what was settled all the same stays in sight.
  const isOver = ({ from }: Period) => operationStatusOn(statuses, from).status === "ended";
  const periods = all.filter((period) => !isOver(period) || latest.has(period.from));
  const open = periods.filter(({ from, toExclusive }) => toExclusive <= today && !latest.has(from));
  const missingIn = await findUncorrectable(operation, open);

  return periods.map((period): PeriodStatus => {
    const run = latest.get(period.from) ?? null;
    const closing = closed.get(period.from) ?? null;
    const isStale = run !== null && stale.has(run.id);
    const status = { period, run, closing, isStale, missing: [] };
    if (run) return { ...status, state: settledState(status) };
    if (period.toExclusive > today) return { ...status, state: "running" };
    if (!hasBothRoles(points, period)) return { ...status, state: "no_perimeter" };
    const missing = missingIn(period);
    return { ...status, missing, state: missing.length > 0 ? "waiting" : "ready" };
  });
}

function settledState({ closing, isStale }: Pick<PeriodStatus, "closing" | "isStale">): PeriodState {
  if (closing) return "closed";
  return isStale ? "to_recompute" : "settled";
}

/** Whether anybody produces and anybody consumes in a period: without both there is nothing to share. */
function hasBothRoles(points: readonly MeteringPointSheet[], { from, toExclusive }: Period): boolean {
  const roles = new Set(
    points
      .flatMap(({ attachments }) => attachments)
      .filter((stay) => stay.from < toExclusive && (stay.toExclusive === null || stay.toExclusive > from))
      .map(({ role }) => role),
  );
  return roles.size === 2;
}

/** What nobody measured, corrected or gave in some periods, from one reading of them all. */
async function findUncorrectable(
  { id, sheet }: { readonly id: AuthorizedOperationId; readonly sheet: OperationSheet },
  periods: readonly Period[],
): Promise<(period: Period) => readonly MissingPoint[]> {
  const [last, first] = [periods[0], periods.at(-1)];
  if (!first || !last) return () => [];
  const around = { from: first.from, toExclusive: last.toExclusive };
  const { days, rows } = await readCompletenessBoard(id, around, sheet.stepMinutes);
  return ({ from, toExclusive }) =>
    rows.flatMap(({ prm, name, role, states }) => {
      const missing = days.filter((day, n) => states[n] === "missing" && day >= from && day < toExclusive);
      return missing.length === 0 ? [] : { prm, name, role, days: missing };
    });
}

/** Gathers missing days by metering point, with the names people use. */
export function groupMissing(
  missing: ReturnType<typeof findMissingMeasures>,
  points: readonly MeteringPointSheet[],
): readonly MissingPoint[] {
  const byId = new Map(points.map((point) => [point.id, point]));
  const groups = new Map<string, { point: MeteringPointSheet; role: MissingPoint["role"]; days: CivilDate[] }>();
  for (const { meteringPointId, role, day } of missing) {
    const key = `${meteringPointId}|${role}`;
    const point = byId.get(meteringPointId);
    const group = groups.get(key);
    if (group) group.days.push(day);
    else if (point) groups.set(key, { point, role, days: [day] });
  }
  return [...groups.values()].map(({ point, role, days }) => ({ prm: point.prm, name: point.name, role, days }));
}
