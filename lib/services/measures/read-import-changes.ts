import "server-only";
import { listCorrectedDays } from "@/lib/data/load-curve-day-changes";
import { findMeasureImport } from "@/lib/data/measure-imports";
import { listMeteringPoints } from "@/lib/data/metering-points";
import type { AuthorizedOperationId } from "@/lib/data/scope";
import type { ImportedDayChange } from "@/lib/domain/measures/import-report";
import { listDayChanges } from "./list-day-changes";

/** Days that are compared for one import: a year of eight meters. */
const COMPARED_DAYS = 3_000;

export type ImportChanges = {
  readonly days: readonly ImportedDayChange[];
  /** There are more than those. */
  readonly isCut: boolean;
};

/** What an import corrected, or would correct, day by day; null when the operation has none of this id. */
export async function readImportChanges(
  operationId: AuthorizedOperationId,
  importId: string,
): Promise<ImportChanges | null> {
  const found = await findMeasureImport(operationId, importId);
  if (!found) return null;
  const corrected = found.report?.totals.correctedDayCount ?? 0;
  if (found.status !== "done") {
    const days = found.report?.changes ?? [];
    return { days, isCut: days.length < corrected };
  }
  const [versions, points] = await Promise.all([
    listCorrectedDays(operationId, importId, COMPARED_DAYS),
    listMeteringPoints(operationId),
  ]);
  const prms = new Map(points.map(({ id, prm }) => [id, prm]));
  const before = versions.map((version) => version.before);
  const after = versions.map((version) => version.after);
  const days = listDayChanges(before, after, (id) => prms.get(id) ?? "");
  return { days, isCut: versions.length < corrected };
}
