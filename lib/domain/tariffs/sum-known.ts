/** A sum that is null as soon as one of its terms is, or when there is none: never smaller for what lacks. */
export function sumKnown(amounts: Iterable<number | null>): number | null {
  let total: number | null = null;
  for (const amount of amounts) {
    if (amount === null) return null;
    total = (total ?? 0) + amount;
  }
  return total;
}
