import "server-only";
import { createHash } from "node:crypto";
import { curveFileKey, ImportRefused, type ImportWriting, writeMeasureImport } from "@/lib/data/measure-import-writing";
import { listMeteringPoints } from "@/lib/data/metering-points";
import { findOperation } from "@/lib/data/operations";
import type { Actor, AuthorizedOperationId } from "@/lib/data/scope";
import type { ImportedFileReport, ImportReport } from "@/lib/domain/measures/import-report";
import type { Period } from "@/lib/domain/time/period";
import { parseMeasureFileName } from "@/lib/formats/annex-6/measure-file-name";
import { type ImportContext, importContext } from "./import-context";
import { listSourceNames, listSources } from "./list-sources";
import { curveSubject } from "./read-source";
import { SourceReader } from "./source-reader";

export type ImportProgress = (filesDone: number, filesTotal: number) => void;

/**
 * Imports curve files, whole or not at all.
 *
 * Files are read and written one after the other inside one transaction, so that memory holds
 * one of them. After the first error the others are still read, so that everything wrong is
 * told at once; then nothing is kept but the report.
 */
export async function importMeasures(
  operationId: AuthorizedOperationId,
  {
    importId,
    actor,
    uploads,
  }: {
    readonly importId: string;
    readonly actor: Actor;
    readonly uploads: readonly { readonly name: string; readonly bytes: Uint8Array }[];
  },
  onProgress: ImportProgress = () => undefined,
): Promise<{ readonly status: "done" | "refused"; readonly report: ImportReport }> {
  const [sheet, points] = await Promise.all([findOperation(operationId), listMeteringPoints(operationId)]);
  const context = importContext(sheet?.accNumber ?? null, points);
  const files = uploads.map((upload) => ({
    ...upload,
    sha256: createHash("sha256").update(upload.bytes).digest(),
  }));
  return writeMeasureImport(operationId, { importId, actor, files }, async (writing) => {
    const names = listSourceNames(uploads).map(({ name }) => name);
    const reader = await openReader(writing, names, context);
    await writing.copyDays(reader.readDays(listSources(uploads), (done) => onProgress(done, names.length)));
    const report = reportOf(reader.files);
    if (report.totals.errorCount > 0) throw new ImportRefused(report);
    return { report, curves: reader.identities };
  });
}

async function openReader(writing: ImportWriting, names: readonly string[], context: ImportContext) {
  const known = names.flatMap((name) => parseMeasureFileName(name) ?? []);
  const imported = await writing.findImportedCurves(known.map(curveSubject));
  const period = hull(known.map((name) => name.period));
  const ids = known.flatMap(({ identifier }) => {
    if (identifier.kind === "metering_point") return context.findPoint({ prm: identifier.prm })?.id ?? [];
    if (identifier.kind !== "injection_contract") return [];
    return context.findPoint({ injectionContract: identifier.reference })?.id ?? [];
  });
  const versions = period ? await writing.findVersions([...new Set(ids)], period) : new Map();
  return new SourceReader(context, versions, findRepeated(ids), (identity) => imported.get(curveFileKey(identity)));
}

function findRepeated(ids: readonly string[]): ReadonlySet<string> {
  const met = new Set<string>();
  return new Set(ids.filter((id) => met.size === met.add(id).size));
}

function hull(periods: readonly Period[]): Period | null {
  const froms = periods.map(({ from }) => from).sort();
  const ends = periods.map(({ toExclusive }) => toExclusive).sort();
  const [from, toExclusive] = [froms[0], ends.at(-1)];
  return from && toExclusive ? { from, toExclusive } : null;
}

function reportOf(files: readonly ImportedFileReport[]): ImportReport {
  const sum = (
    field:
      | "valueCount"
      | "missingCount"
      | "newDayCount"
      | "correctedDayCount"
      | "unchangedDayCount"
      | "errorCount"
      | "warningCount",
  ) => files.reduce((total, file) => total + file[field], 0);
  return {
    files,
    totals: {
      fileCount: files.length,
      valueCount: sum("valueCount"),
      missingCount: sum("missingCount"),
      newDayCount: sum("newDayCount"),
      correctedDayCount: sum("correctedDayCount"),
      unchangedDayCount: sum("unchangedDayCount"),
      errorCount: sum("errorCount"),
      warningCount: sum("warningCount"),
    },
  };
}
