import { formatQuantity } from "./format-number";

/**
 * A distance as people say it: metres, then kilometres.
 *
 * @example
 * formatDistance(873.6); // => "874 m"
 * formatDistance(2004.2); // => "2,004 km"
 */
export function formatDistance(metres: number | null | undefined): string {
  if (metres === null || metres === undefined) return formatQuantity(metres, "m");
  // To the metre: 2 004 m shown as « 2 km » beside a limit of 2 km would be a riddle.
  return metres < 1_000
    ? formatQuantity(metres, "m")
    : formatQuantity(metres / 1_000, "km", { minDecimals: 0, maxDecimals: 3 });
}
