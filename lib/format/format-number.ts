/** Shown wherever a value is unknown or undefined: never `NaN`, never an empty cell. */
export const UNKNOWN = "–";

/** U+00A0: a figure and its unit never part at the end of a line. */
export const NO_BREAK_SPACE = "\u00a0";

const MINUS = "\u2212"; // as wide as a figure and never broken from it, unlike the hyphen of Intl

const FORMATS = new Map<string, Intl.NumberFormat>();

export type NumberFormat = {
  /** Decimals always shown. */
  readonly minDecimals?: number;
  /** Decimals shown at most; defaults to `minDecimals`. */
  readonly maxDecimals?: number;
  /** A plus before positive values; zero stays bare. */
  readonly signed?: boolean;
};

/**
 * A number as French text, `1 234,5`. Null, NaN and infinities become `–`.
 *
 * @example
 * formatNumber(1234.56, { minDecimals: 1 }); // => "1 234,6"
 */
export function formatNumber(
  value: number | null | undefined,
  { minDecimals = 0, maxDecimals = minDecimals, signed = false }: NumberFormat = {},
): string {
  if (value === null || value === undefined || !Number.isFinite(value)) return UNKNOWN;
  const key = `${minDecimals}/${maxDecimals}/${signed}`;
  let format = FORMATS.get(key);
  if (!format) {
    format = new Intl.NumberFormat("fr-FR", {
      minimumFractionDigits: minDecimals,
      maximumFractionDigits: maxDecimals,
      signDisplay: signed ? "exceptZero" : "negative", // "negative" also spares us « -0 »
    });
    FORMATS.set(key, format);
  }
  return format.format(value).replace("-", MINUS);
}

/** A number and its unit, held together; `–` alone when the value is unknown. */
export function formatQuantity(value: number | null | undefined, unit: string, format?: NumberFormat): string {
  const text = formatNumber(value, format);
  return text === UNKNOWN ? UNKNOWN : `${text}${NO_BREAK_SPACE}${unit}`;
}

/**
 * A count with its noun. French counts 0 and 1 in the singular.
 *
 * @example
 * formatCount(0, "jour", "jours"); // => "0 jour"
 * formatCount(1200, "jour", "jours"); // => "1 200 jours"
 */
export function formatCount(count: number | null | undefined, one: string, many: string): string {
  return formatQuantity(count, count !== null && count !== undefined && Math.abs(count) < 2 ? one : many);
}
