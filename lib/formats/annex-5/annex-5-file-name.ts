import { addDays } from "@/lib/domain/time/civil-date";
import type { Period } from "@/lib/domain/time/period";
import { baseName } from "@/lib/formats/base-name";
import { parseCompactDay, writeCompactDay } from "@/lib/formats/compact-day";

/** What the name of a file of coefficients says: `ACC00000001_30_01012017_31012017.txt`. */
export type Annex5FileName = {
  readonly accNumber: string;
  readonly stepMinutes: number;
  /** The name's last day belongs to it, as in the example: a whole month [V]. */
  readonly period: Period;
};

// " (1)" is what a browser adds to a file received twice.
const SHAPE = /^(acc\d{8})_(\d{1,3})_(\d{8})_(\d{8})(?: ?\(\d+\))?\.txt$/i;

/**
 * Reads the name of a file of annexe 5.
 *
 * @param path - Name of the file; folders before it are ignored.
 * @returns Null when the name has another shape, impossible dates or reversed ones.
 * @see Convention Enedis-FOR-CF_01E, annexe 5.
 */
export function parseAnnex5FileName(path: string): Annex5FileName | null {
  const match = SHAPE.exec(baseName(path).trim());
  if (!match) return null;
  const [, accNumber = "", step = "", fromText = "", lastText = ""] = match;
  const [from, lastDay] = [parseCompactDay(fromText), parseCompactDay(lastText)];
  if (!from || !lastDay || lastDay < from) return null;
  return {
    accNumber: accNumber.toUpperCase(),
    stepMinutes: Number(step),
    period: { from, toExclusive: addDays(lastDay, 1) },
  };
}

/** The name of a file of annexe 5, as {@link parseAnnex5FileName} reads it. */
export function writeAnnex5FileName({ accNumber, stepMinutes, period }: Annex5FileName): string {
  const days = `${writeCompactDay(period.from)}_${writeCompactDay(addDays(period.toExclusive, -1))}`;
  return `${accNumber}_${stepMinutes}_${days}.txt`;
}
