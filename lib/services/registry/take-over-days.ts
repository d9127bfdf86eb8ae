import "server-only";
import { type RegistryWriting, writeRegistry } from "@/lib/data/metering-point-writing";
import { findMeteringPoint, type MeteringPointRecord, type StaySheet } from "@/lib/data/metering-points";
import { listOtherAttachments } from "@/lib/data/other-attachments";
import { isHeldElsewhere } from "@/lib/data/perimeter-writing";
import type { Actor } from "@/lib/data/scope";
import { DomainError } from "@/lib/domain/errors";
import type { PerimeterRole } from "@/lib/domain/perimeter/attachment";
import { changedDays, type Stay } from "@/lib/domain/perimeter/changed-days";
import { listCountingDays } from "@/lib/domain/perimeter/list-counting-days";
import type { CivilDate } from "@/lib/domain/time/civil-date";
import { publishClosedMonths } from "@/lib/services/publishing/publish-closed-months";
import type { RegistryOperation } from "./compare-annex-2";
import { heldElsewhere } from "./held-elsewhere";

/** A stay of the registry, as it was shown, and the operator's days for it. */
export type TakenStay = {
  readonly prm: string;
  readonly role: PerimeterRole;
  readonly ours: Stay;
  readonly theirs: Stay;
};

type Move = { readonly before: StaySheet; readonly after: StaySheet };

/**
 * Replaces the days of chosen stays by the operator's, whole or not at all; the days asked for are kept beside them.
 *
 * Settled periods that have one of the days are then to be settled again.
 *
 * @throws {DomainError} UNKNOWN_METERING_POINT; DATA_ERASED; UNKNOWN_STAY when the registry no longer says what was shown;
 *   BEFORE_START, EXIT_BEFORE_ENTRY or STAYS_OVERLAP when the operator's days are impossible;
 *   PRM_IN_OTHER_OPERATION when another operation holds a PRM on one of them.
 */
export async function takeOverDays(
  operation: RegistryOperation,
  actor: Actor,
  chosen: readonly TakenStay[],
): Promise<void> {
  const byPrm = new Map<string, TakenStay[]>();
  for (const stay of chosen) byPrm.set(stay.prm, [...(byPrm.get(stay.prm) ?? []), stay]);
  let current: string | null = null;
  try {
    await writeRegistry(operation.id, actor, async (writing) => {
      for (const [prm, stays] of byPrm) {
        current = prm;
        await takeOverPoint(writing, operation, prm, stays);
      }
      await publishClosedMonths(writing.publication);
    });
  } catch (error) {
    if (!isHeldElsewhere(error) || current === null) throw error;
    const from = byPrm.get(current)?.map(({ theirs }) => theirs.from) ?? [];
    const [other] = await listOtherAttachments(operation.id, [current], from.toSorted()[0] ?? operation.sheet.startDay);
    throw heldElsewhere(other ?? { prm: current, operation: null });
  }
}

async function takeOverPoint(
  writing: RegistryWriting,
  operation: RegistryOperation,
  prm: string,
  chosen: readonly TakenStay[],
): Promise<void> {
  const point = await findMeteringPoint(operation.id, prm);
  if (!point) throw new DomainError("UNKNOWN_METERING_POINT", "not in the registry", { details: { prm } });
  if (point.participant.isErased) {
    throw new DomainError("DATA_ERASED", "its holder asked to be forgotten", { details: { prm } });
  }
  const moves = chosen.flatMap((taken) => planMoves(findStays(point, taken), taken.theirs));
  for (const { after } of moves) assertPossible(operation, prm, after);
  assertNoOverlap(point, moves);
  await assertFree(operation, prm, moves);
  await writing.moveStays(
    point,
    moves.map(({ after }) => after),
  );
  for (const days of distinctDays(moves)) await writing.recordMove(days);
  await writing.recordEvent({
    action: "correct.days",
    meteringPointId: point.id,
    before: { days: moves.map(({ before }) => daysOf(before)) },
    after: { days: moves.map(({ after }) => daysOf(after)) },
  });
}

/** The stays that make up the days shown: one for each holder that followed another. */
function findStays({ stays }: MeteringPointRecord, { prm, role, ours }: TakenStay): readonly StaySheet[] {
  const { from, toExclusive } = ours;
  const isWithin = (stay: StaySheet) =>
    stay.from >= from && (toExclusive === null || (stay.toExclusive !== null && stay.toExclusive <= toExclusive));
  const found = stays.filter((stay) => stay.role === role && isWithin(stay)); // oldest first
  const [shown, ...others] = listCountingDays(found.map((stay) => ({ ...stay, participantId: stay.holder.id })));
  if (!shown || others.length > 0 || shown.from !== from || shown.toExclusive !== toExclusive) {
    throw new DomainError("UNKNOWN_STAY", "the registry no longer says so", { details: { prm } });
  }
  return found;
}

/** The first holder enters on their day, the last one leaves on theirs; who follows whom in between is ours to say. */
function planMoves(stays: readonly StaySheet[], theirs: Stay): readonly Move[] {
  return stays.map((before, rank) => {
    const from = rank === 0 ? theirs.from : before.from;
    const toExclusive = rank === stays.length - 1 ? theirs.toExclusive : before.toExclusive;
    return { before, after: takeOver(before, { from, toExclusive }) };
  });
}

function takeOver(stay: StaySheet, { from, toExclusive }: Stay): StaySheet {
  return {
    ...stay,
    from,
    toExclusive,
    requestedFrom: asked(stay.requestedFrom ?? stay.from, from),
    requestedTo: asked(stay.requestedTo ?? stay.toExclusive, toExclusive),
    exitCause: toExclusive === null ? null : stay.exitCause,
  };
}

/** The day asked for, worth keeping only while it is another one. */
const asked = (requested: CivilDate | null, effective: CivilDate | null) =>
  requested === effective ? null : requested;

function assertPossible({ sheet }: RegistryOperation, prm: string, { from, toExclusive }: StaySheet): void {
  if (from < sheet.startDay) {
    throw new DomainError("BEFORE_START", "nobody enters before the operation starts", {
      details: { prm, start: sheet.startDay },
    });
  }
  if (toExclusive !== null && toExclusive <= from) {
    throw new DomainError("EXIT_BEFORE_ENTRY", "a stay has at least one day", { details: { prm } });
  }
}

function assertNoOverlap({ prm, stays }: MeteringPointRecord, moves: readonly Move[]): void {
  const afterOf = new Map(moves.map(({ before, after }) => [before.id, after]));
  const planned = stays.map((stay) => afterOf.get(stay.id) ?? stay);
  const starts = ({ from }: Stay, { toExclusive }: Stay) => toExclusive === null || from < toExclusive;
  const isClash = (a: StaySheet, b: StaySheet) => a.id !== b.id && a.role === b.role && starts(a, b) && starts(b, a);
  if (planned.some((stay) => planned.some((other) => isClash(stay, other)))) {
    throw new DomainError("STAYS_OVERLAP", "two stays of one role share days", { details: { prm } });
  }
}

// A stay with an end may come before or after what another operation holds: the database alone knows without telling.
async function assertFree({ id }: RegistryOperation, prm: string, moves: readonly Move[]): Promise<void> {
  for (const { after } of moves) {
    if (after.toExclusive !== null) continue;
    const [other] = await listOtherAttachments(id, [prm], after.from);
    if (other) throw heldElsewhere(other);
  }
}

function distinctDays(moves: readonly Move[]): readonly Stay[] {
  const days = moves.flatMap(({ before, after }) => changedDays(before, after) ?? []);
  return [...new Map(days.map((stay) => [`${stay.from} ${stay.toExclusive}`, stay])).values()];
}

const daysOf = ({ role, from, toExclusive }: StaySheet) => ({ role, from, toExclusive });
