import "server-only";
import { listCoefficientKeys } from "@/lib/data/coefficient-keys";
import { type PointEvent, type RegistryWriting, writeRegistry } from "@/lib/data/metering-point-writing";
import { listMeteringPoints, type StaySheet } from "@/lib/data/metering-points";
import { listOtherAttachments } from "@/lib/data/other-attachments";
import { isHeldElsewhere } from "@/lib/data/perimeter-writing";
import { listPeriodClosings } from "@/lib/data/period-closings";
import type { Actor } from "@/lib/data/scope";
import { listSettlementRuns } from "@/lib/data/settlement-runs";
import { DomainError } from "@/lib/domain/errors";
import type { PerimeterRole } from "@/lib/domain/perimeter/attachment";
import { changedDays, type Stay } from "@/lib/domain/perimeter/changed-days";
import { listMoveWarnings, type MoveWarning, type StayMove } from "@/lib/domain/perimeter/list-move-warnings";
import type { CivilDate } from "@/lib/domain/time/civil-date";
import { publishClosedMonths } from "@/lib/services/publishing/publish-closed-months";
import type { RegistryOperation } from "./compare-annex-2";
import { heldElsewhere } from "./held-elsewhere";

/** What becomes of one stay: `after` alone enters, `before` alone has never been. */
export type StayChange = {
  readonly role: PerimeterRole;
  readonly before: StaySheet | null;
  readonly after: StaySheet | { readonly from: CivilDate; readonly toExclusive: null } | null;
};

/** One change of the perimeter, as it is found to be once nobody else can change it. */
export type StayPlan = {
  readonly point: { readonly id: string; readonly prm: string; readonly stays: readonly StaySheet[] };
  readonly changes: readonly StayChange[];
  readonly event: Pick<PointEvent, "action" | "before" | "after">;
  /** What has to be written first: a new metering point. */
  readonly prepare?: (writing: RegistryWriting) => Promise<void>;
};

/** `unconfirmed`: nothing is written, because it causes what nobody has agreed to yet. */
export type MoveResult =
  | { readonly status: "done" }
  | { readonly status: "unconfirmed"; readonly warnings: readonly MoveWarning[] };

/**
 * Changes when a metering point takes part: planned, checked and written in one transaction.
 *
 * @param isConfirmed - Its consequences were shown and agreed to.
 * @throws {DomainError} BEFORE_START, EXIT_BEFORE_ENTRY or STAYS_OVERLAP when a stay is impossible;
 *   PRM_IN_OTHER_OPERATION when another operation holds the PRM on one of its days; whatever `plan` throws.
 */
export async function changeStays(
  operation: RegistryOperation,
  actor: Actor,
  isConfirmed: boolean,
  plan: () => Promise<StayPlan>,
): Promise<MoveResult> {
  let held: { readonly prm: string; readonly from: CivilDate } | null = null;
  try {
    return await writeRegistry(operation.id, actor, async (writing): Promise<MoveResult> => {
      const { point, changes, event, prepare } = await plan();
      for (const change of changes) assertPossible(operation, point.stays, changes, change);
      held = { prm: point.prm, from: firstDay(changes) ?? operation.sheet.startDay };
      await assertFree(operation, point.prm, changes);
      const moves = changes.map((change): StayMove => ({ meteringPointId: point.id, ...change }));
      const warnings = isConfirmed ? [] : await findWarnings(operation, moves);
      if (warnings.length > 0) return { status: "unconfirmed", warnings };
      await prepare?.(writing);
      for (const change of changes) await writeStay(writing, point, change);
      const days = hull(changes);
      if (days) await writing.recordMove(days);
      await writing.recordEvent({ ...event, meteringPointId: point.id });
      await publishClosedMonths(writing.publication);
      return { status: "done" };
    });
  } catch (error) {
    if (!isHeldElsewhere(error) || held === null) throw error;
    const { prm, from } = held;
    const [other] = await listOtherAttachments(operation.id, [prm], from);
    throw heldElsewhere(other ?? { prm, operation: null });
  }
}

function assertPossible(
  { sheet }: RegistryOperation,
  stays: readonly StaySheet[],
  changes: readonly StayChange[],
  { role, before, after }: StayChange,
): void {
  if (!after) return;
  if (after.from < sheet.startDay) {
    throw new DomainError("BEFORE_START", "nobody enters before the operation starts", {
      details: { field: "day", start: sheet.startDay },
    });
  }
  if (after.toExclusive !== null && after.toExclusive <= after.from) {
    throw new DomainError("EXIT_BEFORE_ENTRY", "a stay has at least one day", { details: { field: "day" } });
  }
  const removed = new Set(changes.flatMap((change) => change.before?.id ?? []));
  const others = stays.filter((stay) => stay.role === role && stay.id !== before?.id && !removed.has(stay.id));
  const starts = ({ from }: Stay, { toExclusive }: Stay) => toExclusive === null || from < toExclusive;
  if (others.some((stay) => starts(stay, after) && starts(after, stay))) {
    throw new DomainError("STAYS_OVERLAP", "the metering point takes part on some of these days already", {
      details: { field: "day" },
    });
  }
}

// A stay with an end may come before or after what another operation holds: the database alone knows without telling.
async function assertFree({ id }: RegistryOperation, prm: string, changes: readonly StayChange[]): Promise<void> {
  for (const { before, after } of changes) {
    if (!after || after.toExclusive !== null || changedDays(before, after) === null) continue;
    const [other] = await listOtherAttachments(id, [prm], after.from);
    if (other) throw heldElsewhere(other);
  }
}

async function findWarnings({ id }: RegistryOperation, moves: readonly StayMove[]): Promise<readonly MoveWarning[]> {
  const [points, keys, runs, closings] = await Promise.all([
    listMeteringPoints(id),
    listCoefficientKeys(id),
    listSettlementRuns(id),
    listPeriodClosings(id),
  ]);
  const attachments = points.flatMap((point) =>
    point.attachments.map((each) => ({ meteringPointId: point.id, ...each })),
  );
  const all = [...new Map(runs.map(({ period }) => [period.from, period])).values()].toReversed();
  const standing = closings.filter(({ reopenedAt }) => reopenedAt === null);
  const closedFrom = new Set(standing.map(({ period }) => period.from));
  const settled = all.filter(({ from }) => !closedFrom.has(from));
  const closed = all.filter(({ from }) => closedFrom.has(from));
  return listMoveWarnings({ attachments, keys, settled, closed }, moves);
}

async function writeStay(
  writing: RegistryWriting,
  point: { readonly id: string; readonly prm: string },
  { role, before, after }: StayChange,
): Promise<void> {
  if (!after && before) await writing.deleteStay(before.id);
  else if (after && "id" in after) await writing.updateStay(after);
  else if (after) await writing.insertStay(point, role, after.from);
}

const firstDay = (changes: readonly StayChange[]) =>
  changes.flatMap(({ after }) => (after ? [after.from] : [])).toSorted()[0] ?? null;

function hull(changes: readonly StayChange[]): Stay | null {
  const days = changes.flatMap(({ before, after }) => changedDays(before, after) ?? []);
  const from = days.map((stay) => stay.from).toSorted()[0];
  if (!from) return null;
  const ends = days.map(({ toExclusive }) => toExclusive);
  return { from, toExclusive: ends.includes(null) ? null : (ends.toSorted().at(-1) ?? null) };
}
