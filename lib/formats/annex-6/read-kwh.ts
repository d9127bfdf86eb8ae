/** Why a text is not an energy. */
export type KwhError = "VALUE_UNREADABLE" | "VALUE_NEGATIVE" | "VALUE_TOO_LARGE" | "VALUE_AMBIGUOUS";

/** An energy, or why there is none. [Wh] */
export type KwhReading = { readonly energyWh: number } | { readonly error: KwhError };

/** Unit of a column, by the places that its decimal point moves to be in Wh. */
export const WH_EXPONENTS = { Wh: 0, kWh: 3, MWh: 6 } as const;

// A terawatt-hour: a hundred years of the largest operation, so a broken value.
const MAX_WH = 1e12;

// Thousands apart by any space, or nothing; the unit may be written behind.
const SHAPE = /^([+-]?)(\d{1,3}(?:\s\d{3})+|\d+)(?:[.,](\d*))?\s*(?:kwh)?$/i;
// 8.495 is 8,495 in French and 8 495 elsewhere.
const AMBIGUOUS = /^[+-]?[1-9]\d{0,2}\.\d{3}$/;

/**
 * Reads an energy in kWh, with a decimal comma, or a point where it can be nothing else.
 *
 * The decimal point moves in the text: `134,70` is exactly 134 700 Wh, which 134.7 × 1 000 would not always be.
 *
 * @param text - Not empty: what an empty cell means is the caller's.
 * @param exponent - Of {@link WH_EXPONENTS}, where a column is in another unit.
 */
export function readKwh(text: string, exponent: 0 | 3 | 6 = WH_EXPONENTS.kWh): KwhReading {
  const trimmed = text.trim();
  const match = SHAPE.exec(trimmed);
  if (!match) return { error: "VALUE_UNREADABLE" };
  if (AMBIGUOUS.test(trimmed)) return { error: "VALUE_AMBIGUOUS" };
  const [, sign = "", whole = "", decimals = ""] = match;
  const padded = decimals.padEnd(exponent, "0");
  const energyWh = Number(`${whole.replace(/\s/g, "")}${padded.slice(0, exponent)}.${padded.slice(exponent)}0`);
  if (sign === "-" && energyWh > 0) return { error: "VALUE_NEGATIVE" };
  return energyWh > MAX_WH ? { error: "VALUE_TOO_LARGE" } : { energyWh };
}
