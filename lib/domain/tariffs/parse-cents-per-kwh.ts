const PRICE = /^(\d{1,3})(?:[.,](\d{1,3}))?(?:c€(?:\/kwh)?)?$/i;

/**
 * A price as typed in c€/kWh, in thousandths of a cent (1e-5 €/kWh): `20,5` → 20 500.
 *
 * @returns Null when it is no price, or finer than a thousandth of a cent.
 */
export function parseCentsPerKwh(text: string): number | null {
  const [, whole, decimals = ""] = PRICE.exec(text.replace(/\s/g, "")) ?? [];
  return whole === undefined ? null : Number(whole) * 1000 + Number(decimals.padEnd(3, "0"));
}
