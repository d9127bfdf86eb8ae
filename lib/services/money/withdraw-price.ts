import "server-only";
import { writePrices } from "@/lib/data/price-writing";
import type { Actor, AuthorizedOperationId } from "@/lib/data/scope";
import { DomainError } from "@/lib/domain/errors";
import { deriveMoneySince } from "./derive-money-since";
import { priceEvent } from "./price-event";

/**
 * Takes back a price entered by error: what holds before its day holds on. It stays readable.
 *
 * @throws {DomainError} UNKNOWN_PRICE when none of this id stands; DATA_ERASED.
 */
export async function withdrawPrice(operationId: AuthorizedOperationId, actor: Actor, id: string): Promise<void> {
  await writePrices(operationId, actor, async (writing) => {
    const price = (await writing.money.listPrices()).find((each) => each.id === id);
    if (!price) throw new DomainError("UNKNOWN_PRICE", "none of this id stands");
    const ids = [price.meteringPointId, price.producerId, price.participantId].filter((each) => each !== null);
    if (await writing.hasErased(ids)) throw new DomainError("DATA_ERASED", "its holder asked to be forgotten");
    await writing.endPrice(id);
    await writing.recordEvent({
      action: "withdraw.price",
      objectType: "price_entry",
      objectId: id,
      before: priceEvent(price),
      after: { day: price.from },
    });
    await deriveMoneySince(operationId, writing.money, price.from);
  });
}
