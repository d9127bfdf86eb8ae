import type { PriceEntry, PriceKind, PriceSubject } from "./price-entry";

/** Prices by what they are of and whom they are for. */
export type PriceBook = ReadonlyMap<string, readonly PriceEntry[]>;

/**
 * Arranges prices to be found.
 *
 * @param shipped - Public ones: they hold until the first own price of the same thing, and no more from its day on.
 */
export function indexPrices(own: readonly PriceEntry[], shipped: readonly PriceEntry[] = []): PriceBook {
  const book = new Map<string, PriceEntry[]>();
  const standing = shipped.filter((entry) => {
    const key = priceKey(entry.kind, entry);
    return !own.some((each) => each.from <= entry.from && priceKey(each.kind, each) === key);
  });
  for (const entry of [...own, ...standing]) {
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
