const PERCENT = /^(\d{1,3})(?:[.,](\d{1,4}))?$/;
const PPM_PER_PERCENT = 10_000;

/**
 * A percentage as people type it, in parts per million: exact, four decimals at most.
 *
 * @returns Null when the text is not a percentage between 0 and 100.
 *
 * @example
 * parsePercentPpm("33,33 %"); // => 333300
 */
export function parsePercentPpm(text: string): number | null {
  const match = PERCENT.exec(text.replace(/[\s%]/g, ""));
  if (!match) return null;
  const [, whole = "", decimals = ""] = match;
  const ppm = Number(whole) * PPM_PER_PERCENT + Number(decimals.padEnd(4, "0"));
  return ppm <= 100 * PPM_PER_PERCENT ? ppm : null;
}
