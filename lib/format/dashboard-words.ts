import type { QuantityComparison } from "@/lib/domain/dashboard/compare-months";
import type { WindowChoice } from "@/lib/domain/dashboard/dashboard-window";
import { describeKnownMonths } from "./describe-known-months";
import { formatPeriod } from "./format-date";
import { formatEnergy } from "./format-energy";
import { formatCount } from "./format-number";
import { changeRatio, formatSignedPercent } from "./format-percent";
import type { TableStatus } from "./table-cells";

/** What a window is called: « 12 derniers mois », « 2026 », « depuis le début ». */
export function nameWindow(choice: WindowChoice): string {
  if (choice.kind === "last_twelve") return "12 derniers mois";
  return choice.kind === "civil_year" ? String(choice.year) : "depuis le début";
}

/** « sur 9 mois comparables » where fewer months compare than are shown; nothing when all do. */
export function describeComparable(comparable: number, shown: number): string {
  return comparable === shown ? "" : ` (sur ${formatCount(comparable, "mois comparable", "mois comparables")})`;
}

/**
 * Over how many months a sum is known: nothing when all are.
 *
 * @param settled - How many settled months are shown.
 * @param lacking - What is said when it is known for none.
 */
export function describeKnown(sum: { readonly months: number } | null, settled: number, lacking: string): string {
  if (settled === 0) return "aucun mois calculé";
  if (sum === null) return lacking;
  return describeKnownMonths(sum.months, settled);
}

/**
 * Energies set beside each other in one sentence: « 65,2 MWh contre 61,0 MWh : +7 % (sur 9 mois comparables) ».
 *
 * @param shown - How many settled months are shown.
 */
export function describeQuantityComparison(comparison: QuantityComparison | null, shown: number): string {
  if (!comparison) return "pas de mois comparable";
  const { currentWh, referenceWh, months } = comparison;
  const change = formatSignedPercent(changeRatio(currentWh, referenceWh));
  return `${formatEnergy(currentWh)} contre ${formatEnergy(referenceWh)} : ${change}${describeComparable(months, shown)}`;
}

/** The days of a window and how many of its months are settled. */
export function describeWindow(from: string, toExclusive: string, settled: number, unsettled: number): string {
  const months = formatCount(settled, "mois calculé", "mois calculés");
  const lacking = unsettled > 0 ? `, ${formatCount(unsettled, "mois sans calcul", "mois sans calcul")}` : "";
  const period = formatPeriod(from, toExclusive);
  return `${period.charAt(0).toUpperCase()}${period.slice(1)} : ${months}${lacking}.`;
}

/** Where the figures of a month come from. */
export const MONTH_STATES: Readonly<Record<"closed" | "settled" | "to_recompute" | "not_settled", TableStatus>> = {
  closed: { text: "clos", tone: "success" },
  settled: { text: "calculé", tone: "success" },
  to_recompute: { text: "à recalculer", tone: "warning" },
  not_settled: { text: "pas calculé", tone: "warning" },
};
