import { WHOLE_PPM } from "@/lib/domain/coefficients/coefficients";
import type { UnitPpm } from "@/lib/domain/coefficients/key-version";
import { formatPpm } from "@/lib/format/format-percent";
import { parsePercentPpm } from "@/lib/format/parse-percent-ppm";

/** One row as it is typed. */
export type TypedShare = { readonly text: string; readonly isLocked: boolean };

/** The shares being made, and the precision of what is computed. */
export type ShareSheet = { readonly shares: readonly TypedShare[]; readonly unitPpm: UnitPpm };

/** What a typed share is worth: an empty one 0, `null` what is no percentage. [ppm] */
export function readShare({ text }: TypedShare): number | null {
  return text.trim() === "" ? 0 : parsePercentPpm(text);
}

/** A share as it is typed: `333300` → `33,33`. Nothing for nothing. */
export function writeShare(ppm: number | null): string {
  return ppm === null ? "" : formatPpm(ppm).replace(/[\s%]/g, "");
}

/** Where a sheet stands. [ppm] */
export type SheetTotal = {
  readonly sumPpm: number;
  /** What is left, which goes to surplus; negative when there is too much. */
  readonly restPpm: number;
  /** The rows that are no percentage, by rank. */
  readonly unread: readonly number[];
  /** Whether a share has more decimals than the precision. */
  readonly isFiner: boolean;
};

export function totalSheet({ shares, unitPpm }: ShareSheet): SheetTotal {
  const ppm = shares.map(readShare);
  const sumPpm = ppm.reduce<number>((sum, value) => sum + (value ?? 0), 0);
  return {
    sumPpm,
    restPpm: WHOLE_PPM - sumPpm,
    unread: ppm.flatMap((value, index) => (value === null ? [index] : [])),
    isFiner: ppm.some((value) => value !== null && value % unitPpm !== 0),
  };
}

/**
 * Gives new shares to the rows that are not locked.
 *
 * @param compute - From the ranks of those rows and what the locked ones leave [ppm], the share of each; null empties it.
 */
export function fillUnlocked(
  sheet: ShareSheet,
  compute: (indexes: readonly number[], restPpm: number) => readonly (number | null)[],
): ShareSheet {
  const { shares } = sheet;
  const indexes = shares.flatMap(({ isLocked }, index) => (isLocked ? [] : [index]));
  const lockedPpm = shares.reduce((sum, share) => sum + (share.isLocked ? (readShare(share) ?? 0) : 0), 0);
  const computed = compute(indexes, Math.max(0, WHOLE_PPM - lockedPpm));
  const texts = new Map(indexes.map((index, rank) => [index, writeShare(computed[rank] ?? null)]));
  return { ...sheet, shares: shares.map((share, index) => ({ ...share, text: texts.get(index) ?? share.text })) };
}
