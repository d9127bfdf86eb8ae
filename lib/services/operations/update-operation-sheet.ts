import "server-only";
import {
  findAccNumberHolder,
  type OperationChange,
  type OperationUpdating,
  updateOperation,
  writeOperationParty,
} from "@/lib/data/operation-sheets";
import { isUniqueViolation } from "@/lib/data/operation-writing";
import { isHeldElsewhere } from "@/lib/data/perimeter-writing";
import type { Actor, AuthorizedOperationId } from "@/lib/data/scope";
import { DomainError } from "@/lib/domain/errors";
import type { OperationParty, PartyRole } from "@/lib/domain/operation/operation-party";
import type { CivilDate } from "@/lib/domain/time/civil-date";
import { accNumberTaken } from "./acc-number-taken";

/** One part of the sheet as it will be. */
export type SheetChange =
  | { readonly party: PartyRole; readonly values: Partial<OperationParty> }
  | { readonly operation: OperationChange };

/**
 * Writes one part of an operation's sheet.
 *
 * @throws {DomainError} ACC_NUMBER_TAKEN when the number is another's; CALENDAR_IN_USE when the calendar would change
 *   under measures or results; START_AFTER_CHANGES when the operation would start after something that happens in it;
 *   PRM_IN_OTHER_OPERATION when it would start while another operation still holds one of its PRM; DAY_IN_FUTURE when the
 *   convention would be signed later.
 */
export async function updateOperationSheet(
  operationId: AuthorizedOperationId,
  actor: Actor,
  change: SheetChange,
  today: CivilDate,
): Promise<void> {
  if ("party" in change) return writeOperationParty(operationId, actor, change.party, change.values);
  try {
    await updateOperation(operationId, actor, async (updating) => {
      assertSigned(change.operation, today);
      assertCalendar(updating, change.operation);
      await updating.write(change.operation);
    });
  } catch (error) {
    if (isHeldElsewhere(error)) throw new DomainError("PRM_IN_OTHER_OPERATION", "held by another operation");
    if (!isUniqueViolation(error)) throw error;
    const { accNumber } = change.operation;
    throw accNumberTaken(accNumber ? await findAccNumberHolder({ operationId }, accNumber) : null);
  }
}

function assertSigned({ conventionSignedDay }: OperationChange, today: CivilDate): void {
  if (!conventionSignedDay || conventionSignedDay <= today) return;
  const details = { field: "conventionSignedDay" };
  throw new DomainError("DAY_IN_FUTURE", "nobody has signed yet", { details });
}

const CALENDAR = ["startDay", "monthlyAnniversaryDay", "stepMinutes"] as const;

function assertCalendar({ before, hasFigures, firstLaterChange }: OperationUpdating, change: OperationChange): void {
  if (CALENDAR.every((field) => change[field] === undefined || change[field] === before[field])) return;
  if (hasFigures) throw new DomainError("CALENDAR_IN_USE", "periods of stored figures would change");
  if (change.startDay && firstLaterChange !== null && firstLaterChange <= change.startDay) {
    throw new DomainError("START_AFTER_CHANGES", "something happens before the new start", {
      details: { field: "startDay" },
    });
  }
}
