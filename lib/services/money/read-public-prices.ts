import shipped from "@/lib/content/prices/public-prices.json";
import type { PriceEntry, PriceKind } from "@/lib/domain/tariffs/price-entry";
import { civilDate } from "@/lib/domain/time/civil-date";

/** The public prices that are shipped: they hold until the operation enters its own for the same thing. */
export function readPublicPrices(): readonly PriceEntry[] {
  return PUBLIC_PRICES;
}

const PUBLIC_PRICES: readonly PriceEntry[] = shipped.map(({ kind, code, from, values, source }) => ({
  kind: kind as PriceKind, // the file is ours; a test reads every row
  meteringPointId: null,
  producerId: null,
  participantId: null,
  code,
  from: civilDate(from),
  values: Object.fromEntries(Object.entries(values)), // a key that another row has would be undefined
  source,
}));
