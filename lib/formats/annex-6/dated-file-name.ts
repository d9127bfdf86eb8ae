import { addDays, type CivilDate } from "@/lib/domain/time/civil-date";
import type { Period } from "@/lib/domain/time/period";
import { baseName } from "@/lib/formats/base-name";
import { parseCompactDay, writeCompactDay } from "@/lib/formats/compact-day";

/** A name that starts like all those of annexe 6: `<id>_27032017_15042017…`. */
export type DatedFileName = {
  /** As printed. */
  readonly id: string;
  /** First day. */
  readonly from: CivilDate;
  /** Last day: the name's second date belongs to the file [I]. */
  readonly lastDay: CivilDate;
  /** The same days, half-open. */
  readonly period: Period;
  /** What follows, extension included. */
  readonly rest: string;
};

const PATTERN = /^([^_]+)_(\d{8})_(\d{8})(.*)$/su;

/**
 * Reads the identifier and the days that start the name of a file of annexe 6.
 *
 * @param path - Name of the file; folders before it are ignored.
 * @returns Null when the name has another shape, impossible dates or reversed ones.
 */
export function parseDatedFileName(path: string): DatedFileName | null {
  const match = PATTERN.exec(baseName(path).normalize("NFC").trim());
  if (!match) return null;
  const [, id = "", fromText = "", lastText = "", rest = ""] = match;
  const from = parseCompactDay(fromText);
  const lastDay = parseCompactDay(lastText);
  if (!from || !lastDay || lastDay < from) return null;
  return { id, from, lastDay, period: { from, toExclusive: addDays(lastDay, 1) }, rest };
}

/** The start of a name, as {@link parseDatedFileName} reads it: `<id>_27032017_15042017`. */
export function writeDatedFileName(id: string, { from, toExclusive }: Period): string {
  return `${id}_${writeCompactDay(from)}_${writeCompactDay(addDays(toExclusive, -1))}`;
}
