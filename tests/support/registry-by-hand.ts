import { findMeteringPoint, listMeteringPoints, type MeteringPointDetails } from "@/lib/data/metering-points";
import type { PerimeterRole } from "@/lib/domain/perimeter/attachment";
import { civilDate } from "@/lib/domain/time/civil-date";
import { addMeteringPoint } from "@/lib/services/registry/add-metering-point";
import { addParticipant } from "@/lib/services/registry/add-participant";
import { changePlannedDays, type StayDecision } from "@/lib/services/registry/change-planned-days";
import { planEntry } from "@/lib/services/registry/plan-entry";
import { nextPrm, type TestOperation } from "./create-test-operation";
import { BARE_POINT, RESIDENT } from "./registry-details";

const actorOf = (operation: TestOperation) => operation.collectivity.users.officer.actor;

export type NewTestPoint = {
  readonly prm?: string;
  readonly roles?: readonly PerimeterRole[];
  readonly day: string;
  readonly details?: Partial<MeteringPointDetails>;
  readonly isConfirmed?: boolean;
};

/** Adds a resident with one metering point, by the hand of the operation's officer. */
export async function addTestPoint(operation: TestOperation, point: NewTestPoint) {
  const { prm = nextPrm(), roles = ["consumer"], day, details = {}, isConfirmed = true } = point;
  const participantId = await addParticipant(operation, actorOf(operation), RESIDENT);
  const result = await addMeteringPoint(operation, actorOf(operation), {
    participantId,
    prm,
    roles,
    details: { ...BARE_POINT, ...details },
    day: civilDate(day),
    isConfirmed,
  });
  return { prm, participantId, result };
}

/** Decides about the stays of a metering point in these roles, all of them by default. */
export async function decideTestStays(
  operation: TestOperation,
  prm: string,
  decision: StayDecision,
  { today = "2026-06-15", isConfirmed = true, roles = ["consumer", "producer"] as readonly PerimeterRole[] } = {},
) {
  const point = await findMeteringPoint(operation.id, prm);
  return changePlannedDays(operation, actorOf(operation), {
    prm,
    stayIds: (point?.stays ?? []).filter(({ role }) => roles.includes(role)).map(({ id }) => id),
    decision,
    today: civilDate(today),
    isConfirmed,
  });
}

/** Makes a metering point of the registry enter again. */
export function planTestEntry(operation: TestOperation, prm: string, day: string, roles: readonly PerimeterRole[]) {
  return planEntry(operation, actorOf(operation), { prm, roles, day: civilDate(day), isConfirmed: true });
}

/** The days of a metering point: role, first day, first day that no longer counts. */
export async function testStays(operation: TestOperation, prm: string) {
  const points = await listMeteringPoints(operation.id);
  const stays = points.find((point) => point.prm === prm)?.attachments ?? [];
  return stays.map(({ role, from, toExclusive }) => [role, from, toExclusive]).sort();
}
