import type { CivilDate } from "@/lib/domain/time/civil-date";
import { inForceOn } from "./in-force-on";
import { type PriceBook, priceKey } from "./price-book";
import type { PriceKind, PriceSubject, PriceValues } from "./price-entry";

/**
 * What holds on a day, of the first of some subjects that has anything: his own before that of everybody.
 *
 * A subject for which « not known » was entered counts as having something: the next one does not stand in for it.
 *
 * @param subjects - The nearest first.
 * @returns Null when nobody said.
 */
export function findPrice(
  book: PriceBook,
  kind: PriceKind,
  subjects: readonly Partial<PriceSubject>[],
  day: CivilDate,
): PriceValues | null {
  for (const subject of subjects) {
    const found = inForceOn(book.get(priceKey(kind, subject)) ?? [], day);
    if (found) return found.values;
  }
  return null;
}
