import "server-only";
import { createHash } from "node:crypto";
import { listCurrentDays } from "@/lib/data/load-curve-day-changes";
import type { NewCurveDay } from "@/lib/data/load-curve-days";
import { upsertWaitingImport } from "@/lib/data/measure-import-waiting";
import { importReading } from "@/lib/data/measure-import-writing";
import { listMeteringPoints } from "@/lib/data/metering-points";
import type { Actor, AuthorizedOperationId } from "@/lib/data/scope";
import type { ImportAnswers } from "@/lib/domain/measures/import-answers";
import type { ImportReport } from "@/lib/domain/measures/import-report";
import { listDayChanges } from "./list-day-changes";
import { openImportContext } from "./open-import-context";
import { type ImportProgress, readImportFiles, type Upload } from "./read-import-files";

/** Corrected days whose values are compared before they are written. A year of two meters. */
const COMPARED_DAYS = 750;

/**
 * Looks at what files would do, by the very code that imports them, and writes nothing of it: the import then waits for
 * its sender, with a report.
 *
 * @returns Null when it is over, or was confirmed, in the meantime.
 */
export async function inspectMeasures(
  operationId: AuthorizedOperationId,
  request: {
    readonly importId: string;
    readonly actor: Actor;
    readonly uploads: readonly Upload[];
    readonly answers: ImportAnswers;
    /** The files are kept already. */
    readonly areKept: boolean;
  },
  onProgress: ImportProgress = () => undefined,
): Promise<ImportReport | null> {
  const { importId, actor, uploads, answers, areKept } = request;
  const context = await openImportContext(operationId, answers);
  const corrected: NewCurveDay[] = [];
  const look = async (days: Iterable<NewCurveDay>) => {
    for (const day of days) if (day.version > 1 && corrected.length < COMPARED_DAYS) corrected.push(day);
  };
  const reading = importReading(operationId);
  const { report: read } = await readImportFiles({ uploads, context, reading }, look, onProgress);
  const report = { ...read, changes: await compareDays(operationId, corrected) };
  const files = areKept
    ? []
    : uploads.map((upload) => ({ ...upload, sha256: createHash("sha256").update(upload.bytes).digest() }));
  const stored = { importId, actor, files, answers: { ...answers, isHeld: true }, report };
  return (await upsertWaitingImport(operationId, stored)) ? report : null;
}

async function compareDays(operationId: AuthorizedOperationId, corrected: readonly NewCurveDay[]) {
  if (corrected.length === 0) return [];
  const [current, points] = await Promise.all([
    listCurrentDays(operationId, corrected),
    listMeteringPoints(operationId),
  ]);
  const prms = new Map(points.map(({ id, prm }) => [id, prm]));
  return listDayChanges(current, corrected, (id) => prms.get(id) ?? "");
}
