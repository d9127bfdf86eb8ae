import { hash } from "node:crypto";
import type { CurveFileIdentity } from "@/lib/data/measure-import-writing";
import type { FileOutcome, ImportedFileReport } from "@/lib/domain/measures/import-report";
import type { EnergyQuantity } from "@/lib/domain/series/energy-quantity";
import type { EnergySeries } from "@/lib/domain/series/energy-series";
import { sumEnergy } from "@/lib/domain/series/sum-energy";
import type { MeasureFileName } from "@/lib/formats/annex-6/measure-file-name";
import { readLoadCurveFile } from "@/lib/formats/annex-6/read-load-curve-file";
import type { FileProblem } from "@/lib/formats/file-problem";
import { recognizeFile } from "@/lib/formats/recognize-file";
import { identifyCurve } from "./identify-curve";
import type { ImportContext } from "./import-context";
import type { Source } from "./list-sources";

/** A file after reading: its report, and the curve to write when it holds a good one. */
export type ReadSource = {
  readonly report: ImportedFileReport;
  readonly curve: ReadCurve | null;
};

export type ReadCurve = {
  readonly meteringPointId: string;
  readonly quantity: EnergyQuantity;
  /** One series per stretch of one step. [Wh per step] */
  readonly series: readonly EnergySeries[];
  readonly identity: CurveFileIdentity;
};

/** What a curve file is about, as one text: the same for two files that should supersede each other. */
export function curveSubject({ identifier, period, typeToken }: MeasureFileName): string {
  const id =
    identifier.kind === "metering_point"
      ? identifier.prm
      : identifier.kind === "injection_contract"
        ? identifier.reference
        : identifier.kind === "operation"
          ? identifier.accNumber
          : identifier.text;
  return `${id}_${period.from}_${period.toExclusive}_${typeToken.toLowerCase()}`;
}

/**
 * Reads one file of an upload.
 *
 * @param wasImported - Whether this very file was written before; its values are then not read again.
 */
export function readSource(
  source: Source,
  context: ImportContext,
  wasImported: (identity: CurveFileIdentity) => Date | undefined,
): ReadSource {
  if (source.kind === "problem") return without(source, "refused", [source.problem]);
  const recognized = recognizeFile(source.name, source.bytes);
  if (recognized.kind === "unknown") return without(source, "refused", [unknownFile(source.name)]);
  if (recognized.kind !== "load_curve") return without(source, "set_aside", [notACurve(recognized.label)]);
  if (!recognized.name) return without(source, "refused", [unnamedCurve(source.name)]);
  return readCurve({ ...source, curveName: recognized.name }, context, wasImported);
}

type CurveSource = Extract<Source, { kind: "file" }> & { readonly curveName: MeasureFileName };

function readCurve(
  source: CurveSource,
  context: ImportContext,
  wasImported: (identity: CurveFileIdentity) => Date | undefined,
): ReadSource {
  const identified = identifyCurve(source.curveName, context);
  if (identified.kind !== "curve") return without(source, identified.kind, [identified.problem]);
  const { point, quantity, warnings } = identified;
  const known = { prm: point.prm, quantity };
  const sha256 = hash("sha256", source.bytes, "hex");
  const identity = { subject: curveSubject(source.curveName), sha256 };
  const importedAt = wasImported(identity);
  if (importedAt) {
    return { report: report(source, "already_imported", [alreadyImported(importedAt)], known), curve: null };
  }

  const { series, problems } = readLoadCurveFile(source.bytes, source.curveName.period);
  const listed = [...warnings, ...problems.listed];
  const counts = {
    ...known,
    errorCount: problems.errorCount,
    warningCount: problems.warningCount + warnings.length,
    firstDay: source.curveName.from,
    lastDay: source.curveName.lastDay,
    stepMinutes: series.length === 1 ? (series[0]?.axis.stepMinutes ?? null) : null,
    valueCount: series.reduce((sum, { energyWh }) => sum + energyWh.length, 0),
    missingCount: series.reduce((sum, { energyWh }) => sum + sumEnergy(energyWh).missingCount, 0),
  };
  if (series.length === 0 || problems.errorCount > 0)
    return { report: report(source, "refused", listed, counts), curve: null };
  return {
    report: report(source, "imported", listed, counts),
    curve: { meteringPointId: point.id, quantity, series, identity },
  };
}

function without(source: Source, outcome: FileOutcome, problems: readonly FileProblem[]): ReadSource {
  return { report: report(source, outcome, problems, {}), curve: null };
}

function report(
  { name, archive }: Source,
  outcome: FileOutcome,
  problems: readonly FileProblem[],
  known: Partial<ImportedFileReport>,
): ImportedFileReport {
  return {
    name,
    archive,
    outcome,
    prm: null,
    quantity: null,
    firstDay: null,
    lastDay: null,
    stepMinutes: null,
    valueCount: 0,
    missingCount: 0,
    newDayCount: 0,
    correctedDayCount: 0,
    unchangedDayCount: 0,
    errorCount: problems.filter(({ severity }) => severity === "error").length,
    warningCount: problems.filter(({ severity }) => severity === "warning").length,
    ...known,
    problems,
  };
}

const PARIS_DATE_TIME = new Intl.DateTimeFormat("fr-FR", {
  timeZone: "Europe/Paris",
  dateStyle: "short",
  timeStyle: "short",
});

function alreadyImported(at: Date): FileProblem {
  const message = `Ce fichier a déjà été importé le ${PARIS_DATE_TIME.format(at)} : rien n’a changé.`;
  return { severity: "warning", code: "ALREADY_IMPORTED", message };
}

function notACurve(label: string): FileProblem {
  const message = `Reconnu : ${label}. Ce n’est pas une courbe : le fichier est conservé, il n’est pas lu.`;
  return { severity: "warning", code: "NOT_A_LOAD_CURVE", message };
}

function unknownFile(name: string): FileProblem {
  const message = `« ${name} » n’est pas reconnu. Une courbe s’appelle <PRM>_<début>_<fin>_<type>_CDC.csv, par exemple 12345678901234_01042026_30042026_Conso_CDC.csv. Rendez-lui le nom donné par le gestionnaire de réseau.`;
  return { severity: "error", code: "UNKNOWN_FILE", message };
}

function unnamedCurve(name: string): FileProblem {
  const message = `« ${name} » contient une courbe, mais son nom ne dit ni de quel PRM ni de quels jours. Rendez-lui son nom : <PRM>_<début>_<fin>_<type>_CDC.csv.`;
  return { severity: "error", code: "UNNAMED_CURVE", message };
}
