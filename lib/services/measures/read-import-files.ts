import type { NewCurveDay } from "@/lib/data/load-curve-days";
import { type CurveFileIdentity, curveFileKey, type ImportReading } from "@/lib/data/measure-import-writing";
import type { NewFigure } from "@/lib/data/published-figures";
import type { ImportedFileReport, ImportReport } from "@/lib/domain/measures/import-report";
import type { Period } from "@/lib/domain/time/period";
import { FigureLedger } from "./figure-ledger";
import type { ImportContext } from "./import-context";
import { listSourceNames, listSources } from "./list-sources";
import { SourceReader } from "./source-reader";
import { type SourceSurvey, surveySources } from "./survey-sources";

export type Upload = { readonly name: string; readonly bytes: Uint8Array };
export type ImportProgress = (filesDone: number, filesTotal: number) => void;

/** What the files of an import say, compared with what is there. */
export type ReadFiles = {
  readonly report: ImportReport;
  readonly curves: readonly CurveFileIdentity[];
  readonly figures: readonly NewFigure[];
};

/**
 * Reads the files of an import, one after the other, so that memory holds one of them. After the first error the others
 * are still read, so that everything wrong is told at once.
 *
 * @param take - Takes the days as they are read: writes them, or only looks at them. None after the first error.
 */
export async function readImportFiles(
  { uploads, context, reading }: { uploads: readonly Upload[]; context: ImportContext; reading: ImportReading },
  take: (days: Iterable<NewCurveDay>) => Promise<void>,
  onProgress: ImportProgress,
): Promise<ReadFiles> {
  const fileCount = listSourceNames(uploads).length;
  const survey = await surveySources(uploads, context);
  const reader = new SourceReader(context, await findExpected(survey, reading));
  await take(reader.readDays(listSources(uploads), (done) => onProgress(done, fileCount)));
  const report = { ...reportOf(reader.files), questions: context.listQuestions(), changes: [] };
  return { report, curves: reader.identities, figures: reader.figures };
}

async function findExpected({ curves, read }: SourceSurvey, reading: ImportReading) {
  const imported = await reading.findImportedCurves(curves.map(({ subject }) => subject));
  const period = hull(curves.map((curve) => curve.period));
  const ids = curves.map(({ meteringPointId }) => meteringPointId);
  const versions = period ? await reading.findVersions([...new Set(ids)], period) : new Map();
  const figures = [...read.values()].flat().flatMap((part) => part.figures);
  const firstDays = [...new Set(figures.map(({ period: { from } }) => from))];
  return {
    versions,
    repeatedPoints: findRepeated(ids),
    read,
    figures: new FigureLedger(await reading.findFigures(firstDays)),
    wasImported: (identity: CurveFileIdentity) => imported.get(curveFileKey(identity)),
  };
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

type Counted = Exclude<keyof ImportReport["totals"], "fileCount">;

function reportOf(files: readonly ImportedFileReport[]): Pick<ImportReport, "files" | "totals"> {
  const sum = (field: Counted) => files.reduce((total, file) => total + file[field], 0);
  return {
    files,
    totals: {
      fileCount: new Set(files.map(({ key }) => key)).size,
      valueCount: sum("valueCount"),
      missingCount: sum("missingCount"),
      newDayCount: sum("newDayCount"),
      correctedDayCount: sum("correctedDayCount"),
      unchangedDayCount: sum("unchangedDayCount"),
      figureCount: sum("figureCount"),
      newFigureCount: sum("newFigureCount"),
      correctedFigureCount: sum("correctedFigureCount"),
      errorCount: sum("errorCount"),
      warningCount: sum("warningCount"),
    },
  };
}
