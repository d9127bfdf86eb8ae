import { compareAttachments } from "@/lib/domain/perimeter/compare-attachments";
import { readPerimeterFile } from "@/lib/formats/annex-6/read-perimeter-file";
import type { FileProblem } from "@/lib/formats/file-problem";
import { FILE_KIND_LABELS, type KnownFileKind, type RecognizedFile, recognizeFile } from "@/lib/formats/recognize-file";
import type { ImportContext } from "./import-context";
import * as messages from "./import-messages";
import type { FileSource, Source } from "./list-sources";
import { type CurveKind, readCurveSource } from "./read-curve-source";
import { readDsoEnergySource } from "./read-dso-energy-source";
import { readEnergySource, readProducerDetailSource, readSummarySource } from "./read-figure-source";
import { partWithout, type ReadPart, type WasImported } from "./source-report";

/** The kind of a file that its sender wants to be left aside. */
export const SET_ASIDE = "set_aside";

// Energies of 1 000 points are 0.1 MB; a workbook of them 1 MB. What is larger would only take memory. [B]
const MAX_FIGURES_BYTES = 10_000_000;

/** Reads one file of an upload that holds no curve; null for a file that holds one. */
export async function readPlainSource(source: Source, context: ImportContext): Promise<readonly ReadPart[] | null> {
  const recognized = recognizeSource(source, context);
  if (recognized.kind === "part") return [recognized.part];
  const { file, found } = recognized;
  if (isCurve(found.kind)) return null;
  if (file.bytes.byteLength > MAX_FIGURES_BYTES) {
    return [partWithout(file, "refused", [messages.tooLargeForFigures(found.label)], { kind: found.kind })];
  }
  switch (found.kind) {
    case "energy":
      return [readEnergySource(file, found.name, context)];
    case "dso_energy":
      return [readDsoEnergySource(file, context)];
    case "producer_detail":
      return [readProducerDetailSource(file, found.name, context)];
    case "summary":
      return [await readSummarySource(file, found.name, context)];
    default:
      return null;
  }
}

/** Reads one file of an upload that holds curves. */
export function readCurves(source: Source, context: ImportContext, wasImported: WasImported): readonly ReadPart[] {
  const recognized = recognizeSource(source, context);
  if (recognized.kind === "part") return [recognized.part];
  const { file, found } = recognized;
  if (!isCurve(found.kind)) throw new Error(`a ${found.kind} holds no curve`);
  const name = found.kind === "load_curve" ? found.name : null;
  return readCurveSource(file, { kind: found.kind, name }, context, wasImported);
}

type Recognized =
  | { readonly kind: "file"; readonly file: FileSource; readonly found: RecognizedFile }
  /** Nothing of it is read. */
  | { readonly kind: "part"; readonly part: ReadPart };

const READ_HERE: ReadonlySet<string> = new Set([
  "load_curve",
  "sge_history",
  "r63",
  "energy",
  "dso_energy",
  "producer_detail",
  "summary",
]);

function recognizeSource(source: Source, context: ImportContext): Recognized {
  const part = (each: ReadPart): Recognized => ({ kind: "part", part: each });
  if (source.kind === "problem") return part(partWithout(source, "refused", [source.problem], {}));
  const said = context.kindOf(source.key);
  if (said === SET_ASIDE) return part(partWithout(source, "set_aside", [messages.setAsideByHand()], {}));
  const found = recognizeFile(source.name, source.bytes, isKnownKind(said) ? said : undefined);
  const { kind, problem } = found;
  if (kind === "unknown") return part(partWithout(source, "refused", [messages.unknownFile(source.name)], {}));
  if (!READ_HERE.has(kind)) {
    const aside = [messages.notMeasures(kind, found.label), ...comparePerimeter(source, kind, context)];
    return part(partWithout(source, "set_aside", aside, { kind }));
  }
  if (problem?.severity === "error") return part(partWithout(source, "refused", [problem], { kind }));
  return { kind: "file", file: source, found };
}

// Only said here: what differs is shown, and mended, among the participants.
function comparePerimeter({ bytes }: FileSource, kind: string, context: ImportContext): readonly FileProblem[] {
  if (kind !== "perimeter" || bytes.byteLength > MAX_FIGURES_BYTES) return [];
  const { rows, problems } = readPerimeterFile(bytes);
  if (problems.errorCount > 0 || rows.length === 0) return [];
  const { differing, onlyRegistry, onlyFile, unknown } = compareAttachments(context.listStays(), rows);
  const count = differing.length + onlyRegistry.length + onlyFile.length + unknown.length;
  return count > 0 ? [messages.perimeterDiffers(count)] : [];
}

function isKnownKind(text: string | undefined): text is KnownFileKind {
  return text !== undefined && text !== "archive" && Object.hasOwn(FILE_KIND_LABELS, text);
}

function isCurve(kind: RecognizedFile["kind"]): kind is CurveKind {
  return kind === "load_curve" || kind === "sge_history" || kind === "r63";
}
