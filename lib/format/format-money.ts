import { formatQuantity } from "./format-number";

/** An amount in cents, `123456` → `1 234,56 €`. */
export function formatEuros(amountCents: number | null | undefined): string {
  return formatQuantity(toEuros(amountCents), "€", { minDecimals: 2 });
}

/** An amount without its cents, for a figure read from afar: `123456` → `1 235 €`. */
export function formatRoundEuros(amountCents: number | null | undefined): string {
  return formatQuantity(toEuros(amountCents), "€");
}

/** A difference of amounts with its sign, `+12,00 €`. */
export function formatSignedEuros(amountCents: number | null | undefined): string {
  return formatQuantity(toEuros(amountCents), "€", { minDecimals: 2, signed: true });
}

function toEuros(amountCents: number | null | undefined): number | null {
  return amountCents === null || amountCents === undefined ? null : amountCents / 100;
}
