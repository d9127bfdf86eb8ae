import "server-only";
import { listCurveDayStatuses } from "@/lib/data/load-curve-days";
import { listStandingDecisions } from "@/lib/data/measure-decisions";
import { listMeteringPoints, type MeteringPointSheet } from "@/lib/data/metering-points";
import type { OperationSheet } from "@/lib/data/operations";
import type { AuthorizedOperationId } from "@/lib/data/scope";
import { listSettlementRuns, listStaleRunIds, type SettlementRunSummary } from "@/lib/data/settlement-runs";
import { isAttachedOn } from "@/lib/domain/perimeter/is-attached-on";
import { findMissingMeasures } from "@/lib/domain/settlement/find-missing-measures";
import type { PeriodState } from "@/lib/domain/settlement/period-state";
import { addDays, type CivilDate } from "@/lib/domain/time/civil-date";
import { listSettlementPeriods } from "@/lib/domain/time/list-settlement-periods";
import type { Period } from "@/lib/domain/time/period";
import { readSettlementInput } from "./read-settlement-input";
import { settlementCalendarOf } from "./settlement-calendar-of";

export type PeriodStatus = {
  readonly period: Period;
  readonly state: PeriodState;
  /** The latest version, or null. */
  readonly run: SettlementRunSummary | null;
  /** What it waits for, one entry for each metering point and role. */
  readonly missing: readonly MissingPoint[];
};

export type MissingPoint = {
  readonly prm: string;
  readonly name: string;
  readonly role: "consumer" | "producer";
  readonly days: readonly CivilDate[];
};

/** The settlement periods of an operation, latest first, and where each stands. */
export async function listPeriods(
  operation: { readonly id: AuthorizedOperationId; readonly sheet: OperationSheet },
  today: CivilDate,
): Promise<readonly PeriodStatus[]> {
  const { id, sheet } = operation;
  const periods = listSettlementPeriods(settlementCalendarOf(sheet), today).toReversed();
  const [runs, stale, points] = await Promise.all([
    listSettlementRuns(id),
    listStaleRunIds(id),
    listMeteringPoints(id),
  ]);
  const latest = new Map(runs.toReversed().map((run) => [run.period.from, run]));
  const open = periods.filter(({ from, toExclusive }) => toExclusive <= today && !latest.has(from));
  const incomplete = await findIncompletePoints(id, open, points);

  return Promise.all(
    periods.map(async (period): Promise<PeriodStatus> => {
      const run = latest.get(period.from) ?? null;
      if (run) return { period, run, missing: [], state: stale.has(run.id) ? "to_recompute" : "settled" };
      if (period.toExclusive > today) return { period, run, missing: [], state: "running" };
      if (!hasBothRoles(points, period)) return { period, run, missing: [], state: "no_perimeter" };
      const missing = await findUncorrectable(operation, period, points, incomplete.get(period.from));
      return { period, run, missing, state: missing.length > 0 ? "waiting" : "ready" };
    }),
  );
}

/** Metering points that lack a value in a period, from what is known of each day without its curve. */
async function findIncompletePoints(
  operationId: AuthorizedOperationId,
  periods: readonly Period[],
  points: readonly MeteringPointSheet[],
): Promise<ReadonlyMap<CivilDate, ReadonlySet<string>>> {
  const [last, first] = [periods[0], periods.at(-1)];
  if (!first || !last) return new Map();
  const around = { from: first.from, toExclusive: last.toExclusive };
  const [statuses, decisions] = await Promise.all([
    listCurveDayStatuses(operationId, ["withdrawal", "injection"], around),
    listStandingDecisions(operationId, around),
  ]);
  // A measure held to be wrong is there, and missing all the same.
  const discarded = new Set(
    decisions.flatMap(({ kind, meteringPointId }) => (kind === "discard" ? meteringPointId : [])),
  );
  const complete = new Set(
    statuses
      .filter(({ missingCount }) => missingCount === 0)
      .map(({ meteringPointId, quantity, day }) => `${meteringPointId}|${quantity}|${day}`),
  );
  return new Map(
    periods.map((period) => [
      period.from,
      new Set(
        points.filter((point) => discarded.has(point.id) || !isComplete(point, period, complete)).map(({ id }) => id),
      ),
    ]),
  );
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

function isComplete(point: MeteringPointSheet, period: Period, complete: ReadonlySet<string>): boolean {
  return point.attachments.every((attached) => {
    const quantity = attached.role === "producer" ? "injection" : "withdrawal";
    for (let day = period.from; day < period.toExclusive; day = addDays(day, 1)) {
      if (isAttachedOn(attached, day) && !complete.has(`${point.id}|${quantity}|${day}`)) return false;
    }
    return true;
  });
}

async function findUncorrectable(
  operation: { readonly id: AuthorizedOperationId; readonly sheet: OperationSheet },
  period: Period,
  points: readonly MeteringPointSheet[],
  incomplete: ReadonlySet<string> | undefined,
): Promise<readonly MissingPoint[]> {
  if (!incomplete || incomplete.size === 0) return [];
  const input = await readSettlementInput(operation.id, period, operation.sheet.stepMinutes, { only: incomplete });
  return groupMissing(findMissingMeasures(input), points);
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
