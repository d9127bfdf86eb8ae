/**
 * A number as people type it in French, `1 234,5` or `1234.5`; null when it is none.
 *
 * @example
 * parseDecimal("36,5"); // => 36.5
 */
export function parseDecimal(text: string): number | null {
  const plain = text.replaceAll(/\s/g, "").replace("\u2212", "-").replace(",", ".");
  return /^-?\d{1,12}(?:\.\d{1,9})?$/.test(plain) ? Number(plain) : null;
}
