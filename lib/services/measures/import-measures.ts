import "server-only";
import { createHash } from "node:crypto";
import type { NewAnswers } from "@/lib/data/import-answers";
import { ImportRefused, type WrittenImport, writeMeasureImport } from "@/lib/data/measure-import-writing";
import type { Actor, AuthorizedOperationId } from "@/lib/data/scope";
import { type ImportAnswers, NO_ANSWERS } from "@/lib/domain/measures/import-answers";
import type { EnergyQuantity } from "@/lib/domain/series/energy-quantity";
import type { ImportContext } from "./import-context";
import { openImportContext } from "./open-import-context";
import { type ImportProgress, readImportFiles, type Upload } from "./read-import-files";

/**
 * Imports files of measures, whole or not at all: one error, or one question without answer, and nothing is kept but
 * the report.
 *
 * @param request.areKept - The files are kept already, by an import that waited.
 */
export async function importMeasures(
  operationId: AuthorizedOperationId,
  request: {
    readonly importId: string;
    readonly actor: Actor;
    readonly uploads: readonly Upload[];
    readonly answers?: ImportAnswers;
    readonly areKept?: boolean;
  },
  onProgress: ImportProgress = () => undefined,
): Promise<WrittenImport> {
  const { importId, actor, uploads, answers = NO_ANSWERS, areKept = false } = request;
  const context = await openImportContext(operationId, answers);
  const files = areKept
    ? []
    : uploads.map((upload) => ({ ...upload, sha256: createHash("sha256").update(upload.bytes).digest() }));
  return writeMeasureImport(operationId, { importId, actor, files }, async ({ copyDays, ...reading }) => {
    const { report, curves, figures } = await readImportFiles({ uploads, context, reading }, copyDays, onProgress);
    if (report.totals.errorCount > 0) throw new ImportRefused(report);
    return { report, curves, figures, answers: listNewAnswers(context) };
  });
}

// Words and identifiers mean the same the next time; what was said of one file does not.
function listNewAnswers(context: ImportContext): NewAnswers {
  const tokens = new Map<string, EnergyQuantity>();
  const identifiers = new Map<string, string>();
  for (const { id, answer, isRemembered } of context.listQuestions()) {
    if (answer === null || isRemembered) continue;
    if (id.startsWith("type:")) tokens.set(id.slice("type:".length), answer as EnergyQuantity);
    const point = id.startsWith("point:") ? context.findPoint({ prm: answer }) : undefined;
    if (point) identifiers.set(id.slice("point:".length), point.id);
  }
  return { tokens, identifiers };
}
