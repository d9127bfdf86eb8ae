/** Why a PRM should be looked at again; never a reason to refuse it. */
export type PrmDoubt = "zero_lost" | "unusual_check_digits";

export type ParsedPrm = {
  /** 14 digits. */
  readonly prm: string;
  readonly doubts: readonly PrmDoubt[];
};

/**
 * Reads a PRM (metering point number).
 *
 * Spaces and an apostrophe typed in front for Excel are ignored. 13 digits are a
 * PRM that lost its first zero in a numeric cell: it gets it back, with a doubt.
 *
 * @returns Null when the text is not a PRM.
 *
 * @example
 * parsePrm("1234567890123"); // => { prm: "01234567890123", doubts: ["zero_lost", …] }
 */
export function parsePrm(text: string): ParsedPrm | null {
  const digits = text.replace(/^\s*'/, "").replace(/\s/g, "");
  if (!/^\d{13,14}$/.test(digits)) return null;
  const prm = digits.padStart(14, "0");
  const doubts: PrmDoubt[] = [];
  if (digits.length === 13) doubts.push("zero_lost");
  if (!hasUsualCheckDigits(prm)) doubts.push("unusual_check_digits");
  return { prm, doubts };
}

// Undocumented, seen on published examples [I]: d13 from the sum of d4..d12, d14
// from 10·d4 + 9·d5 + … + 2·d12, each plus 2 modulo 11, ten written 0.
function hasUsualCheckDigits(prm: string): boolean {
  let sum = 0;
  let weighted = 0;
  for (let position = 3; position < 12; position += 1) {
    const digit = Number(prm[position]);
    sum += digit;
    weighted += digit * (13 - position);
  }
  return Number(prm[12]) === checkDigit(sum) && Number(prm[13]) === checkDigit(weighted);
}

function checkDigit(sum: number): number {
  const rest = (sum + 2) % 11;
  return rest === 10 ? 0 : rest;
}
