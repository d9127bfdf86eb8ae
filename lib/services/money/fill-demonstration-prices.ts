import "server-only";
import { listPossibleHolders } from "@/lib/data/participants";
import { listPriceEntries } from "@/lib/data/price-entries";
import type { Actor, AuthorizedOperationId } from "@/lib/data/scope";
import { DEMONSTRATION_OPERATION } from "@/lib/domain/demonstration/demonstration-operation";
import { DEMONSTRATION_PRICES } from "@/lib/domain/demonstration/demonstration-prices";
import { setPrices } from "./set-prices";

/** Enters the demonstration's prices, unless some are known already. */
export async function fillDemonstrationPrices(operationId: AuthorizedOperationId, actor: Actor): Promise<void> {
  if ((await listPriceEntries(operationId)).length > 0) return;
  const holders = await listPossibleHolders(operationId);
  const idOf = (key: string) => {
    const name = DEMONSTRATION_OPERATION.participants.find((each) => each.key === key)?.name;
    return holders.find((holder) => holder.name === name)?.id ?? null;
  };
  const prices = DEMONSTRATION_PRICES.flatMap(({ holder, ...price }) => {
    if (holder === undefined) return [price];
    const participantId = idOf(holder);
    // A visitor may have renamed or removed him since.
    return participantId ? [{ ...price, participantId }] : [];
  });
  await setPrices(operationId, actor, prices);
}
