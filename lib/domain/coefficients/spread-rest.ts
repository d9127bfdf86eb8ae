import { DomainError } from "@/lib/domain/errors";
import { WHOLE_PPM } from "./coefficients";
import { splitByWeight } from "./split-by-weight";
import { splitEqually } from "./split-equally";

/** How the rest is spread over the rows that are not locked. */
export type SpreadMode = "proportionally" | "equally";

/**
 * Keeps the locked rows and spreads what they leave of the whole over the others.
 *
 * @param rows - Each row's share and whether it is kept. [ppm] (C,)
 * @param mode - In proportion to what the others had, or equally; equally too when they had nothing.
 * @param unitPpm - The precision of what is spread; a rest smaller than it is left. [ppm]
 * @returns In the same order; as given when every row is locked. [ppm] (C,)
 * @throws {DomainError} COEFFICIENTS_ABOVE_ONE when the locked rows alone exceed the whole.
 *
 * @example
 * spreadRest([{ ppm: 400000, isLocked: true }, { ppm: 1, isLocked: false }, { ppm: 2, isLocked: false }], "equally", 100);
 * // => [400000, 300000, 300000]
 */
export function spreadRest(
  rows: readonly { readonly ppm: number; readonly isLocked: boolean }[],
  mode: SpreadMode,
  unitPpm: number,
): number[] {
  const lockedPpm = rows.reduce((sum, { ppm, isLocked }) => sum + (isLocked ? ppm : 0), 0);
  if (lockedPpm > WHOLE_PPM) {
    throw new DomainError("COEFFICIENTS_ABOVE_ONE", "the locked shares exceed the whole", {
      details: { sumPpm: lockedPpm },
    });
  }
  const free = rows.filter(({ isLocked }) => !isLocked).map(({ ppm }) => ppm);
  const spread = share(free, mode, unitPpm, WHOLE_PPM - lockedPpm);
  let next = 0;
  return rows.map(({ ppm, isLocked }) => {
    if (isLocked) return ppm;
    next += 1;
    return spread[next - 1] ?? 0;
  });
}

function share(had: readonly number[], mode: SpreadMode, unitPpm: number, restPpm: number): readonly number[] {
  const hadNothing = had.every((ppm) => ppm === 0);
  if (mode === "equally" || hadNothing) return splitEqually(had.length, unitPpm, restPpm);
  return splitByWeight(had, unitPpm, restPpm).ppm.map((ppm) => ppm ?? 0);
}
