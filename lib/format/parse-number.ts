const NUMBER = /^[+\-−]?\d+(?:[.,]\d+)?$/;

/**
 * A number as people type or paste it: decimal comma or point, spaces between thousands.
 *
 * @returns Null when the text is no number.
 *
 * @example
 * parseNumber("1 234,5"); // => 1234.5
 */
export function parseNumber(text: string): number | null {
  const bare = text.replace(/\s/g, "");
  return NUMBER.test(bare) ? Number(bare.replace(",", ".").replace("−", "-")) : null;
}
