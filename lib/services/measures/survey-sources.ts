import type { Period } from "@/lib/domain/time/period";
import { parseMeasureFileName } from "@/lib/formats/annex-6/measure-file-name";
import { identifyCurve } from "./identify-curve";
import type { ImportContext } from "./import-context";
import { listSourceNames, listSources } from "./list-sources";
import { curveSubject } from "./read-curve-source";
import { readCurves, readPlainSource } from "./read-source";
import type { ReadCurve, ReadPart } from "./source-report";

type Upload = { readonly name: string; readonly bytes: Uint8Array };

/** What the files of an import are about, before their curves are read for good. */
export type SourceSurvey = {
  /** One for each curve; a file that was written before is among them. */
  readonly curves: readonly { readonly meteringPointId: string; readonly period: Period; readonly subject: string }[];
  /** The files that had to be read and could be kept, by key. */
  readonly read: ReadonlyMap<string, readonly ReadPart[]>;
};

/** Values of curves that are kept from one reading to the next: 16 MB, a year of a hundred meters. */
const KEPT_VALUES = 2_000_000;

/**
 * Looks at the files of an upload to know which curves and figures have to be there for comparison: nothing can be
 * asked of the database once days are being copied into it.
 *
 * A load curve of annexe 6 tells by its name whose it is and of which days, and is not opened; an SGE history or an R63
 * is read. What it gave is kept up to a bound; beyond, it is read again when it is written, so that memory holds one
 * file at a time.
 */
export async function surveySources(uploads: readonly Upload[], context: ImportContext): Promise<SourceSurvey> {
  const isNamed = (name: string) => !context.hasKind(name) && parseMeasureFileName(name)?.kind === "load_curve";
  const curves = [...listNamedCurves(uploads, isNamed, context)];
  const read = new Map<string, readonly ReadPart[]>();
  let room = KEPT_VALUES;
  for (const source of listSources(uploads, (name) => !isNamed(name))) {
    const parts = (await readPlainSource(source, context)) ?? readCurves(source, context, () => undefined);
    const found = parts.flatMap(({ curve }) => curve ?? []);
    for (const { meteringPointId, period, identity } of found) {
      curves.push({ meteringPointId, period, subject: identity.subject });
    }
    const weight = countValues(found);
    if (weight > room) continue;
    room -= weight;
    read.set(source.key, parts);
  }
  return { curves, read };
}

function countValues(curves: readonly ReadCurve[]): number {
  const lengths = curves.flatMap(({ series }) => series.map(({ energyWh }) => energyWh.length));
  return lengths.reduce((sum, length) => sum + length, 0);
}

function* listNamedCurves(
  uploads: readonly Upload[],
  isNamed: (name: string) => boolean,
  context: ImportContext,
): Generator<SourceSurvey["curves"][number]> {
  const silently = { ...context, ask: context.peek };
  for (const { name: file } of listSourceNames(uploads)) {
    const name = isNamed(file) ? parseMeasureFileName(file) : null;
    if (!name) continue;
    const { identifier, quantity, typeToken, period } = name;
    const found = identifyCurve({ key: file, file, identifier, quantity, typeToken }, silently);
    if (found.kind !== "curve") continue;
    const { point } = found;
    yield { meteringPointId: point.id, period, subject: curveSubject(point.prm, found.quantity, period) };
  }
}
