import { formatQuantity } from "./format-number";

const TONNE_G = 1e6;

/** An amount of CO₂ in the unit that suits its size: `1234567` g → `1,2 t`, `45600` g → `46 kg`. */
export function formatCarbon(grams: number | null | undefined): string {
  if (grams === null || grams === undefined) return formatQuantity(null, "kg");
  return Math.abs(grams) >= TONNE_G
    ? formatQuantity(grams / TONNE_G, "t", { minDecimals: 1 })
    : formatQuantity(grams / 1000, "kg");
}
