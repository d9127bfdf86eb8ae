import type { CivilDate } from "@/lib/domain/time/civil-date";
import { formatPeriod } from "./format-date";
import { formatDayRanges } from "./format-day-ranges";

/** What one metering point lacks, in one role. */
export type LackingPoint = {
  readonly prm: string;
  readonly role: "consumer" | "producer";
  readonly expectedDays: number;
  /** Days without any value, in order. */
  readonly absentDays: readonly CivilDate[];
  /** Days received with at least one missing value, in order. */
  readonly partialDays: readonly CivilDate[];
};

/** Which days are not there, or not whole: « rien reçu », « du 19/10/2026 au 20/10/2026 ; incomplets : 21/10/2026 ». */
export function describeLackingDays({ expectedDays, absentDays, partialDays }: LackingPoint): string {
  if (absentDays.length >= expectedDays) return "rien reçu";
  const parts = [];
  if (absentDays.length > 0) parts.push(formatDayRanges(absentDays));
  if (partialDays.length > 0) {
    parts.push(`${partialDays.length > 1 ? "incomplets" : "incomplet"} : ${formatDayRanges(partialDays)}`);
  }
  return parts.join(" ; ");
}

/**
 * What to write to the network operator to have missing curves.
 *
 * PRM only: their names are of no use to it, and may be those of people.
 */
export function missingMeasuresLetter(
  operation: { readonly name: string; readonly accNumber: string | null },
  period: { readonly from: CivilDate; readonly toExclusive: CivilDate },
  points: readonly LackingPoint[],
): string {
  const number = operation.accNumber === null ? "" : ` (${operation.accNumber})`;
  const lines = points.map((point) => {
    const quantity = point.role === "producer" ? "injection" : "soutirage";
    return `- PRM ${point.prm}, ${quantity} : ${describeLackingDays(point)}`;
  });
  return [
    "Bonjour,",
    "",
    `Pour l’opération d’autoconsommation collective « ${operation.name} »${number}, il nous manque des courbes de charge sur la période ${formatPeriod(period.from, period.toExclusive)} :`,
    "",
    ...lines,
    "",
    "Pourriez-vous les publier de nouveau, ou nous dire pourquoi elles manquent ?",
    "",
    "Cordialement,",
  ].join("\n");
}
