import { isAccNumber } from "@/lib/domain/identifiers/is-acc-number";
import { type CivilDate, isCivilDate } from "@/lib/domain/time/civil-date";
import { baseName } from "@/lib/formats/base-name";

/** What the name of an annexe 2 says: `ACC00000112_20191001_ANNEXE 2.xlsx`. */
export type Annex2FileName = {
  readonly accNumber: string;
  /** Day on which it was sent to the DSO. */
  readonly sentOn: CivilDate;
};

// " (1)" is what a browser adds to a file received twice; mail tools turn the space into `_`.
const PATTERN = /^(acc\d{8})_(\d{4})(\d{2})(\d{2})_annexe[ _]?2(?: ?\(\d+\))?\.xls[xm]?$/i;

/**
 * Reads the name of an annexe 2.
 *
 * @param path - Name of the file; folders before it are ignored.
 * @returns Null when the name has another shape or an impossible date: the content decides, not the name.
 * @see Convention Enedis-FOR-CF_01E, annexe 2.
 */
export function parseAnnex2FileName(path: string): Annex2FileName | null {
  const match = PATTERN.exec(baseName(path).normalize("NFKC").trim());
  if (!match) return null;
  const [, acc = "", year = "", month = "", day = ""] = match;
  const accNumber = acc.toUpperCase();
  const sentOn = `${year}-${month}-${day}`;
  return isAccNumber(accNumber) && isCivilDate(sentOn) ? { accNumber, sentOn } : null;
}

/**
 * The name of an annexe 2, as {@link parseAnnex2FileName} reads it.
 *
 * @example
 * writeAnnex2FileName({ accNumber: "ACC00000112", sentOn: civilDate("2019-10-01") });
 * // => "ACC00000112_20191001_ANNEXE 2.xlsx"
 */
export function writeAnnex2FileName({ accNumber, sentOn }: Annex2FileName): string {
  return `${accNumber}_${sentOn.replaceAll("-", "")}_ANNEXE 2.xlsx`;
}
