import "server-only";
import { type CurveDayStatus, listCurveDayStatuses } from "@/lib/data/load-curve-days";
import { listMeteringPoints, type MeteringPointSheet } from "@/lib/data/metering-points";
import type { AuthorizedOperationId } from "@/lib/data/scope";
import type { PerimeterRole } from "@/lib/domain/perimeter/attachment";
import { isAttachedOn } from "@/lib/domain/perimeter/is-attached-on";
import { addDays, type CivilDate } from "@/lib/domain/time/civil-date";
import type { Period } from "@/lib/domain/time/period";

/** What was received of one metering point in one role. */
export type PointCompleteness = {
  readonly id: string;
  readonly prm: string;
  readonly name: string;
  readonly role: PerimeterRole;
  /** Days of the period on which it takes part. */
  readonly expectedDays: number;
  readonly receivedDays: number;
  /** Days received with at least one missing value. */
  readonly partialDays: readonly CivilDate[];
  readonly absentDays: readonly CivilDate[];
  readonly missingSteps: number;
  /** Sum of what is known. [Wh] */
  readonly knownWh: number;
};

/** What was received for a period, metering point by metering point; from stored day totals, no curve is read. */
export async function readCompleteness(
  operationId: AuthorizedOperationId,
  period: Period,
): Promise<readonly PointCompleteness[]> {
  const [points, statuses] = await Promise.all([
    listMeteringPoints(operationId),
    listCurveDayStatuses(operationId, ["withdrawal", "injection"], period),
  ]);
  const byDay = new Map(
    statuses.map((status) => [`${status.meteringPointId}|${status.quantity}|${status.day}`, status]),
  );
  return points.flatMap((point) =>
    (["producer", "consumer"] as const).flatMap((role) => completenessOf(point, role, period, byDay) ?? []),
  );
}

function completenessOf(
  point: MeteringPointSheet,
  role: PerimeterRole,
  period: Period,
  byDay: ReadonlyMap<string, CurveDayStatus>,
): PointCompleteness | null {
  const attachments = point.attachments.filter((attached) => attached.role === role);
  const quantity = role === "producer" ? "injection" : "withdrawal";
  const days: CivilDate[] = [];
  for (let day = period.from; day < period.toExclusive; day = addDays(day, 1)) {
    if (attachments.some((attached) => isAttachedOn(attached, day))) days.push(day);
  }
  if (days.length === 0) return null;
  const found = days.flatMap((day) => byDay.get(`${point.id}|${quantity}|${day}`) ?? []);
  const received = new Set(found.map(({ day }) => day));
  return {
    id: `${point.id}-${role}`,
    prm: point.prm,
    name: point.name,
    role,
    expectedDays: days.length,
    receivedDays: received.size,
    partialDays: found.filter(({ missingCount }) => missingCount > 0).map(({ day }) => day),
    absentDays: days.filter((day) => !received.has(day)),
    missingSteps: found.reduce((sum, { missingCount }) => sum + missingCount, 0),
    knownWh: found.reduce((sum, { totalWh }) => sum + totalWh, 0),
  };
}
