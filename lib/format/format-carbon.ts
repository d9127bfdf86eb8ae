import { formatNumber, formatQuantity, UNKNOWN } from "./format-number";

const GRAMS_PER_KG = 1e3;
const GRAMS_PER_TONNE = 1e6;

/** An amount of CO₂ in the unit that suits its size: `1234567` g → `1,2 t`, `45600` g → `46 kg`. */
export function formatCarbon(grams: number | null | undefined): string {
  if (grams === null || grams === undefined) return formatQuantity(null, "kg");
  return Math.abs(grams) >= GRAMS_PER_TONNE
    ? formatQuantity(grams / GRAMS_PER_TONNE, "t", { minDecimals: 1 })
    : formatQuantity(grams / GRAMS_PER_KG, "kg");
}

/** Value and unit apart, for a figure whose unit is set smaller: `1,2` and `t CO₂e`. Unknown has no unit. [g CO₂e] */
export function splitCarbon(grams: number | null | undefined): { value: string; unit: string } {
  const isTonnes = Math.abs(grams ?? 0) >= GRAMS_PER_TONNE;
  const amount = grams === null || grams === undefined ? null : grams / (isTonnes ? GRAMS_PER_TONNE : GRAMS_PER_KG);
  const value = formatNumber(amount, { minDecimals: isTonnes ? 1 : 0 });
  return { value, unit: value === UNKNOWN ? "" : `${isTonnes ? "t" : "kg"} CO₂e` };
}

/** A factor, `21.7` → `21,7 g CO₂e/kWh`. */
export function formatCarbonFactor(gramsPerKwh: number | null | undefined): string {
  return formatQuantity(gramsPerKwh, "g CO₂e/kWh", { minDecimals: 0, maxDecimals: 2 });
}
