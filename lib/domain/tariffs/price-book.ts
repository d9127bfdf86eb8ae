import type { PriceEntry, PriceKind, PriceSubject } from "./price-entry";

/** Prices by what they are of and whom they are for. */
export type PriceBook = ReadonlyMap<string, readonly PriceEntry[]>;

/** Arranges prices to be found. Of two of one day the first counts: own ones go before those that are shipped. */
export function indexPrices(entries: Iterable<PriceEntry>): PriceBook {
  const book = new Map<string, PriceEntry[]>();
  for (const entry of entries) {
    const key = priceKey(entry.kind, entry);
    const found = book.get(key);
    if (found) found.push(entry);
    else book.set(key, [entry]);
  }
  return book;
}

/** What prices of one thing for one subject have in common. */
export const priceKey = (
  kind: PriceKind,
  { meteringPointId, producerId, participantId, code }: Partial<PriceSubject>,
) => [kind, meteringPointId ?? "", producerId ?? "", participantId ?? "", code ?? ""].join("|");
