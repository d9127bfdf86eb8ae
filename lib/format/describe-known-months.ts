import { formatCount } from "./format-number";

/** Over how many months a sum is known, `sur 5 mois connus de 10`; nothing when it is over all of them. */
export function describeKnownMonths(known: number, settled: number): string {
  return known === settled ? "" : `sur ${formatCount(known, "mois connu", "mois connus")} de ${settled}`;
}
