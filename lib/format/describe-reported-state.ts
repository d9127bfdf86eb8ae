import type { ClimateReport } from "@/lib/domain/scoring/climate-report";
import { formatInstant, formatInstantDay } from "./format-instant";

/** Which state of a plan a report tells of: now, or a snapshot. */
export function describeReportedState({ snapshot, writtenAtMs }: ClimateReport): string {
  if (snapshot) return `instantané « ${snapshot.name} » du ${formatInstant(snapshot.takenAtMs)}`;
  return `au ${formatInstantDay(writtenAtMs)}`;
}

/** Which text its actions come from. */
export function describeReferentialText({ snapshot, referentialImportedAtMs: importedAtMs }: ClimateReport): string {
  if (snapshot) return "Texte de l’instantané";
  return importedAtMs === null
    ? "Texte fourni avec Prorata : la mesure 3.1.1"
    : `Texte importé le ${formatInstantDay(importedAtMs)}`;
}
