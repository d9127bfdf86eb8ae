import { formatQuantity } from "./format-number";

const UNITS = ["octets", "ko", "Mo", "Go", "To"] as const;

/** The size of a file in French decimal units, `1234567` → `1,2 Mo`. */
export function formatBytes(size: number | null | undefined): string {
  if (size === null || size === undefined || !Number.isFinite(size)) return formatQuantity(null, "");
  let value = size;
  let rank = 0;
  // 999.95 would be shown as « 1 000,0 »
  while (Math.abs(value) >= 999.95 && rank < UNITS.length - 1) {
    value /= 1000;
    rank += 1;
  }
  const unit = rank === 0 && Math.abs(size) < 2 ? "octet" : (UNITS[rank] as string);
  return formatQuantity(value, unit, { minDecimals: 0, maxDecimals: rank === 0 ? 0 : 1 });
}
