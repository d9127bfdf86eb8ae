import "server-only";
import { writeDatedFileName } from "@/lib/formats/annex-6/dated-file-name";
import { type StreamedFile, streamArchive } from "@/lib/formats/archive/stream-archive";
import { streamWorkbook } from "@/lib/formats/workbook/stream-workbook";
import {
  listAnnex6Files,
  listSurplusFiles,
  requireAccNumber,
  writePerimeterRows,
  writeSummary,
} from "./list-annex-6-files";
import { listLongCurves } from "./list-long-curves";
import { listRunSheets } from "./list-run-sheets";
import { type OutputPowers, readOutputPowers } from "./read-output-powers";
import { type OutputOperation, type OutputRun, readOutputRun } from "./read-output-run";
import { writeRunGuide } from "./write-run-guide";
import { writeRunTotals, writeSurplusTotals } from "./write-run-totals";

/** A file that can be made from a run. */
export type RunFileKind = "annex-6" | "summary" | "perimeter" | "workbook" | "totals" | "curves" | "surplus" | "all";

/** A file, whole or piece by piece. */
export type RunFile = {
  readonly name: string;
  readonly type: string;
  readonly content: Uint8Array | AsyncIterable<Uint8Array>;
};

const CSV = "text/csv; charset=utf-8";
const XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
const ZIP = "application/zip";

const encoder = new TextEncoder();

/**
 * A file of a stored run. Nothing is computed again; what refuses does so before the first byte.
 *
 * @param prm - For `annex-6`, `curves` and `surplus`: only this metering point.
 * @returns Null when the operation has no such run, or the run no such metering point.
 * @throws {DomainError} NO_ACC_NUMBER for files that the operator's number names: `annex-6`, `summary`, `all`.
 */
export async function buildRunFile(
  operation: OutputOperation,
  runId: string,
  kind: RunFileKind,
  prm: string | null = null,
): Promise<RunFile | null> {
  const output = await readOutputRun(operation, runId);
  if (!output) return null;
  const points = kind === "surplus" ? output.producers : [...output.producers, ...output.consumers];
  if (prm !== null && !points.some((point) => point.prm === prm)) return null;
  return BUILDERS[kind](output, prm);
}

const BUILDERS: Readonly<Record<RunFileKind, (output: OutputRun, prm: string | null) => Promise<RunFile> | RunFile>> = {
  async "annex-6"(output, prm) {
    if (prm === null) requireAccNumber(output);
    const files = listAnnex6Files(output, await readOutputPowers(output), prm);
    return archive(output, files, nameOf(output, "annexe-6", "zip", prm));
  },
  async summary(output) {
    const { name, bytes } = await writeSummary(output);
    return { name, type: XLSX, content: bytes };
  },
  perimeter(output) {
    const { name, text } = writePerimeterRows(output);
    return { name, type: CSV, content: encoder.encode(text) };
  },
  async workbook(output) {
    return {
      name: nameOf(output, "resultat", "xlsx"),
      type: XLSX,
      content: writeWorkbook(output, await readOutputPowers(output)),
    };
  },
  totals(output) {
    const content = encoder.encode(writeRunTotals(output));
    return { name: nameOf(output, "totaux", "csv"), type: CSV, content };
  },
  curves(output, prm) {
    return { name: nameOf(output, "courbes", "csv", prm), type: CSV, content: listLongCurves(output, prm) };
  },
  async surplus(output, prm) {
    const powers = await readOutputPowers(output);
    const totals = { path: "surplus.csv", content: encoder.encode(writeSurplusTotals(output, prm)) };
    const files = [totals, ...listSurplusFiles(output, powers, prm)];
    return archive(output, files, nameOf(output, "surplus", "zip", prm));
  },
  async all(output) {
    requireAccNumber(output);
    const powers = await readOutputPowers(output);
    return archive(output, listEverything(output, powers), nameOf(output, "tout", "zip"));
  },
};

async function* listEverything(output: OutputRun, powers: OutputPowers): AsyncGenerator<StreamedFile> {
  yield { path: "LISEZ-MOI.txt", content: encoder.encode(writeRunGuide(output)) };
  yield { path: nameOf(output, "totaux", "csv"), content: encoder.encode(writeRunTotals(output)) };
  yield { path: nameOf(output, "surplus", "csv"), content: encoder.encode(writeSurplusTotals(output, null)) };
  yield { path: nameOf(output, "resultat", "xlsx"), content: writeWorkbook(output, powers), isPacked: true };
  yield { path: nameOf(output, "courbes", "csv"), content: listLongCurves(output, null) };
  for await (const file of listAnnex6Files(output, powers, null)) yield { ...file, path: `annexe-6/${file.path}` };
}

function writeWorkbook(output: OutputRun, powers: OutputPowers): AsyncIterable<Uint8Array> {
  return streamWorkbook(listRunSheets(output, powers), output.run.period.toExclusive);
}

// Dated like the run: its files are as old as what they tell.
function archive(
  { run }: OutputRun,
  files: Iterable<StreamedFile> | AsyncIterable<StreamedFile>,
  name: string,
): RunFile {
  return { name, type: ZIP, content: streamArchive(files, run.createdAt.getTime()) };
}

// Ours say the version: two runs of a period must not be mistaken for each other.
function nameOf({ operation, run }: OutputRun, part: string, extension: string, prm: string | null = null): string {
  const { accNumber, slug } = operation.sheet;
  const dated = writeDatedFileName(accNumber ?? slug, run.period);
  return `${[dated, `v${run.version}`, ...(prm === null ? [] : [prm]), part].join("_")}.${extension}`;
}
