import type { Period } from "@/lib/domain/time/period";
import { parseMeasureFileName } from "@/lib/formats/annex-6/measure-file-name";
import { identifyCurve } from "./identify-curve";
import type { ImportContext } from "./import-context";
import { listSourceNames, listSources } from "./list-sources";
import { curveSubject } from "./read-curve-source";
import { readCurves, readPlainSource } from "./read-source";
import type { ReadPart } from "./source-report";

type Upload = { readonly name: string; readonly bytes: Uint8Array };

/** What the files of an import are about, before their curves are read for good. */
export type SourceSurvey = {
  /** One for each curve; a file that was written before is among them. */
  readonly curves: readonly { readonly meteringPointId: string; readonly period: Period; readonly subject: string }[];
  /** The files that hold no curve, read, by key. */
  readonly plain: ReadonlyMap<string, readonly ReadPart[]>;
};

/**
 * Looks at the files of an upload to know which curves and figures have to be there for comparison: nothing can be
 * asked of the database once days are being copied into it.
 *
 * A load curve of annexe 6 tells by its name whose it is and of which days, and is not opened; an SGE history or an R63
 * is read, and read again when it is written, so that one file at a time is in memory.
 */
export async function surveySources(uploads: readonly Upload[], context: ImportContext): Promise<SourceSurvey> {
  const isNamed = (name: string) => !context.hasKind(name) && parseMeasureFileName(name)?.kind === "load_curve";
  const curves = [...listNamedCurves(uploads, isNamed, context)];
  const plain = new Map<string, readonly ReadPart[]>();
  for (const source of listSources(uploads, (name) => !isNamed(name))) {
    const parts = await readPlainSource(source, context);
    if (parts) {
      plain.set(source.key, parts);
      continue;
    }
    for (const { curve } of readCurves(source, context, () => undefined)) {
      if (!curve) continue;
      const { meteringPointId, period, identity } = curve;
      curves.push({ meteringPointId, period, subject: identity.subject });
    }
  }
  return { curves, plain };
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
