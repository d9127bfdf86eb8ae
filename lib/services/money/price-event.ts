import type { PriceEntry } from "@/lib/domain/tariffs/price-entry";
import { describePrice } from "@/lib/format/describe-price";

/** A price as the audit trail keeps it: figures, and people by id. */
export function priceEvent(entry: PriceEntry): Readonly<Record<string, string>> {
  const { kind, from, meteringPointId, producerId, participantId, code } = entry;
  return {
    kind,
    day: from,
    price: describePrice(entry),
    ...(meteringPointId ? { meteringPointId } : {}),
    ...(producerId ? { producerId } : {}),
    ...(participantId ? { participantId } : {}),
    ...(code ? { code } : {}),
  };
}
