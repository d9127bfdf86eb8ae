import { roundPartsToTotal } from "./round-parts-to-total";

/** A figure before and after. */
export type Compared = { readonly before: number; readonly after: number };

const DECIMALS = 1;
const SCALE = 10 ** DECIMALS;

/**
 * Figures before and after as shown, to a decimal: each line adds up (after − before is its difference), each column too,
 * and what did not change shows the same figure twice.
 *
 * @example
 * showDifferences([{ before: 0.04, after: 0.12 }]); // => [{ before: 0, difference: 0.1, after: 0.1 }]
 */
export function showDifferences(
  parts: readonly Compared[],
): readonly { readonly before: number; readonly difference: number; readonly after: number }[] {
  const befores = roundPartsToTotal(
    parts.map(({ before }) => before),
    DECIMALS,
  );
  const differences = roundPartsToTotal(
    parts.map(({ before, after }) => after - before),
    DECIMALS,
  );
  return parts.map((_, index) => {
    const before = befores[index] ?? 0;
    const difference = (differences[index] ?? 0) || 0; // never −0
    return { before, difference, after: Math.round((before + difference) * SCALE) / SCALE };
  });
}
