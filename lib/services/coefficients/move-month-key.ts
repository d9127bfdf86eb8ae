import "server-only";
import { findDelivery } from "@/lib/data/coefficient-deliveries";
import type { DeliveryAnswer } from "@/lib/data/coefficient-delivery-writing";
import type { Actor, AuthorizedOperationId } from "@/lib/data/scope";
import { DomainError } from "@/lib/domain/errors";
import type { CivilDate } from "@/lib/domain/time/civil-date";
import { answerDelivery } from "./answer-delivery";
import { giveUpDelivery } from "./give-up-delivery";
import { sendDelivery } from "./send-delivery";

/** What is done to the key of a month as a whole. */
export type MonthKeyMove =
  | { readonly move: "give_up" }
  /** It was notified on this day. */
  | { readonly move: "send"; readonly sentDay: CivilDate }
  | ({ readonly move: "answer" } & DeliveryAnswer);

/**
 * Gives a draft up, records that it was sent, or what the DSO answered.
 *
 * @param day - Today.
 * @throws {DomainError} as `sendDelivery`, `answerDelivery` and `giveUpDelivery` do; INVALID_SENT_DAY for a day to come,
 *   or before the period or the sending, `field` says which.
 */
export async function moveMonthKey(
  operationId: AuthorizedOperationId,
  actor: Actor,
  deliveryId: string,
  asked: MonthKeyMove,
  day: CivilDate,
): Promise<void> {
  if (asked.move === "give_up") return giveUpDelivery(operationId, actor, deliveryId);
  const summary = await findDelivery(operationId, deliveryId);
  if (!summary) throw new DomainError("UNKNOWN_DELIVERY", "the operation has no such delivery");
  if (asked.move === "send") {
    assertDay("sentDay", asked.sentDay, summary.period.from, day);
    return sendDelivery(operationId, actor, deliveryId, asked.sentDay);
  }
  assertDay("day", asked.day, summary.sentDay ?? summary.period.from, day);
  return answerDelivery(operationId, actor, deliveryId, asked);
}

function assertDay(field: string, asked: CivilDate, from: CivilDate, day: CivilDate): void {
  if (asked >= from && asked <= day) return;
  throw new DomainError("INVALID_SENT_DAY", "a day to come, or before it could be", { details: { field } });
}
