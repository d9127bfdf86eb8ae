import type { PriceEntry } from "@/lib/domain/tariffs/price-entry";
import { describePrice } from "@/lib/format/describe-price";

/**
 * A price as the audit trail keeps it: people by id, and figures of the whole operation only. What one of them pays stays
 * in the prices, which are append-only too: more people read the trail.
 */
export function priceEvent(entry: PriceEntry): Readonly<Record<string, string>> {
  const { kind, from, meteringPointId, producerId, participantId, code } = entry;
  const isOfAll = meteringPointId === null && producerId === null && participantId === null;
  return {
    kind,
    day: from,
    ...(isOfAll ? { price: describePrice(entry) } : {}),
    ...(meteringPointId ? { meteringPointId } : {}),
    ...(producerId ? { producerId } : {}),
    ...(participantId ? { participantId } : {}),
    ...(code ? { code } : {}),
  };
}
