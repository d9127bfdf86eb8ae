import { formatQuantity } from "./format-number";

/** A ratio as a percentage, `0.459` → `45,9 %`. */
export function formatPercent(ratio: number | null | undefined, decimals = 1): string {
  return formatQuantity(toPercent(ratio, 1), "%", { minDecimals: decimals });
}

/**
 * A key in parts per million, exactly: `125000` → `12,5 %`, `333333` → `33,3333 %`.
 * Never rounded: 100 % on the screen is 100 % in the key.
 */
export function formatPpm(sharePpm: number | null | undefined): string {
  return formatQuantity(toPercent(sharePpm, 1e6), "%", { minDecimals: 0, maxDecimals: 4 });
}

/**
 * A change with its sign, `0.04` → `+4 %`.
 *
 * @param changeRatio - (new − old) / old
 */
export function formatSignedPercent(changeRatio: number | null | undefined, decimals = 0): string {
  return formatQuantity(toPercent(changeRatio, 1), "%", { minDecimals: decimals, signed: true });
}

/** The relative change, null when there is nothing to compare with (unknown, or from zero). */
export function changeRatio(current: number | null | undefined, previous: number | null | undefined): number | null {
  if (current === null || current === undefined || previous === null || previous === undefined) return null;
  const ratio = (current - previous) / Math.abs(previous);
  return Number.isFinite(ratio) ? ratio : null;
}

function toPercent(value: number | null | undefined, whole: number): number | null {
  return value === null || value === undefined ? null : (value / whole) * 100;
}
