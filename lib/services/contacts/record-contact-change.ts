import "server-only";
import { applyContactChange, insertContactChange } from "@/lib/data/contact-changes";
import type { Actor } from "@/lib/data/scope";
import { DomainError } from "@/lib/domain/errors";
import { contactBindingDay } from "@/lib/domain/operation/contact-binding-day";
import type { OperationParty, PartyRole } from "@/lib/domain/operation/operation-party";
import type { CivilDate } from "@/lib/domain/time/civil-date";
import type { DatedOperation } from "@/lib/services/complaints/read-complaints";

/**
 * Records that new details were told to the other party; the former ones count until the new ones bind. What binds already
 * comes into the sheet at once.
 *
 * @param now - `today` is its day in Paris.
 * @returns The id of the change.
 * @throws {DomainError} DAY_IN_FUTURE when the notice is not received yet.
 */
export async function recordContactChange(
  { id, sheet }: DatedOperation,
  actor: Actor,
  change: { readonly role: PartyRole; readonly noticeDay: CivilDate; readonly details: Partial<OperationParty> },
  { today, now }: { readonly today: CivilDate; readonly now: Date },
): Promise<string> {
  if (change.noticeDay > today) {
    throw new DomainError("DAY_IN_FUTURE", "not received yet", { details: { field: "noticeDay" } });
  }
  const bindingDay = contactBindingDay(change.noticeDay, sheet.holidayRegion);
  const changeId = await insertContactChange(id, actor, { ...change, bindingDay });
  if (bindingDay <= today) await applyContactChange(id, actor, changeId, now);
  return changeId;
}
