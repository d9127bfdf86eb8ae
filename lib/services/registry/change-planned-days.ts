import "server-only";
import { findMeteringPoint, type StaySheet } from "@/lib/data/metering-points";
import type { Actor } from "@/lib/data/scope";
import type { AuditAction } from "@/lib/domain/audit-action";
import { DomainError } from "@/lib/domain/errors";
import type { CivilDate } from "@/lib/domain/time/civil-date";
import { changeStays, type MoveResult } from "./change-stays";
import type { RegistryOperation } from "./compare-annex-2";

/** What is decided about some stays of one metering point. */
export type StayDecision =
  /** They end. The cause decides what becomes of the share (art. 3.2.1, 3.2.2). */
  | { readonly kind: "exit"; readonly day: CivilDate; readonly cause: NonNullable<StaySheet["exitCause"]> }
  /** The DSO sets another day than the one asked for, which is kept. */
  | { readonly kind: "correct_entry" | "correct_exit"; readonly day: CivilDate }
  | { readonly kind: "cancel_entry" | "cancel_exit" };

const ACTIONS: Readonly<Record<StayDecision["kind"], AuditAction>> = {
  exit: "plan.exit",
  correct_entry: "correct.entry",
  correct_exit: "correct.exit",
  cancel_entry: "cancel.entry",
  cancel_exit: "cancel.exit",
};

/**
 * Plans or records an exit, brings a day in line with the DSO's, or gives up an entry or an exit.
 *
 * @param stayIds - Of this metering point; a storage unit's two roles go together.
 * @param today - An entry that has begun has counted: its day may be corrected, not given up.
 * @throws {DomainError} UNKNOWN_METERING_POINT, or UNKNOWN_STAY when there is no such stay, or no exit to change;
 *   DATA_ERASED; ALREADY_ENTERED; otherwise as {@link changeStays}.
 */
export async function changePlannedDays(
  operation: RegistryOperation,
  actor: Actor,
  {
    prm,
    stayIds,
    decision,
    today,
    isConfirmed,
  }: {
    readonly prm: string;
    readonly stayIds: readonly string[];
    readonly decision: StayDecision;
    readonly today: CivilDate;
    readonly isConfirmed: boolean;
  },
): Promise<MoveResult> {
  return changeStays(operation, actor, isConfirmed, async () => {
    const point = await findMeteringPoint(operation.id, prm);
    if (!point) throw new DomainError("UNKNOWN_METERING_POINT", "not in the registry");
    if (point.participant.isErased) throw new DomainError("DATA_ERASED", "its holder asked to be forgotten");
    const chosen = point.stays.filter(({ id }) => stayIds.includes(id));
    if (chosen.length === 0 || chosen.length < new Set(stayIds).size) {
      throw new DomainError("UNKNOWN_STAY", "no such stay of this metering point");
    }
    const stays = point.isStorage
      ? point.stays.filter((stay) => chosen.some((each) => isSameTime(each, stay)))
      : chosen;
    const roles = stays.map(({ role }) => role);
    return {
      point,
      changes: stays.map((before) => ({ role: before.role, before, after: decide(before, decision, today) })),
      event: {
        action: ACTIONS[decision.kind],
        before: { days: stays.map(daysOf) },
        after: { roles, ...told(decision) },
      },
    };
  });
}

const isSameTime = (one: StaySheet, two: StaySheet) => one.from === two.from && one.toExclusive === two.toExclusive;

const daysOf = ({ role, from, toExclusive }: StaySheet) => ({ role, from, toExclusive });

function decide(stay: StaySheet, decision: StayDecision, today: CivilDate): StaySheet | null {
  switch (decision.kind) {
    case "exit":
      return { ...stay, toExclusive: decision.day, requestedTo: null, exitCause: decision.cause };
    case "correct_entry":
      return { ...stay, from: decision.day, requestedFrom: asked(stay.requestedFrom ?? stay.from, decision.day) };
    case "correct_exit":
      return {
        ...stay,
        toExclusive: decision.day,
        requestedTo: asked(stay.requestedTo ?? requireExit(stay), decision.day),
      };
    case "cancel_entry":
      if (stay.from <= today) throw new DomainError("ALREADY_ENTERED", "it has counted since its first day");
      return null;
    case "cancel_exit":
      requireExit(stay);
      return { ...stay, toExclusive: null, requestedTo: null, exitCause: null };
  }
}

/** The day asked for, worth keeping only while it is another one. */
const asked = (requested: CivilDate, effective: CivilDate) => (requested === effective ? null : requested);

function requireExit({ toExclusive }: StaySheet): CivilDate {
  if (toExclusive === null) throw new DomainError("UNKNOWN_STAY", "no exit is planned");
  return toExclusive;
}

function told(decision: StayDecision) {
  if (decision.kind === "exit") return { day: decision.day, cause: decision.cause };
  return "day" in decision ? { day: decision.day } : {};
}
