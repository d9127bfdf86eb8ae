import { randomUUID } from "node:crypto";
import type { ImportedFileReport, ImportReport, ReportedProblem } from "@/lib/domain/measures/import-report";
import { importMeasures } from "@/lib/services/measures/import-measures";
import type { TestOperation } from "./create-test-operation";
import { type TestCurve, testCurveFile } from "./test-curve-file";

export type TestUpload = { readonly name: string; readonly bytes: Uint8Array };

export type TestImport = {
  readonly id: string;
  readonly status: "done" | "refused";
  readonly report: ImportReport;
  /** The report of the file at this place. */
  readonly file: (index: number) => ImportedFileReport;
  /** Every problem of every file. */
  readonly problems: readonly ReportedProblem[];
  readonly codes: readonly string[];
};

/** Imports files into an operation, by the hand of its officer. */
export async function importTestFiles(operation: TestOperation, uploads: readonly TestUpload[]): Promise<TestImport> {
  const importId = randomUUID();
  const { actor } = operation.collectivity.users.officer;
  const { status, report } = await importMeasures(operation.id, { importId, actor, uploads });
  const problems = report.files.flatMap((file) => file.problems);
  return { id: importId, status, report, file: fileOf(report), problems, codes: problems.map(({ code }) => code) };
}

function fileOf({ files }: ImportReport) {
  return (index: number): ImportedFileReport => {
    const file = files[index];
    if (!file) throw new Error(`the import has no file ${index}`);
    return file;
  };
}

/** A metering point's curve; what it measures follows from its role when not said. */
export type NamedCurve = Omit<TestCurve, "identifier" | "quantity"> & {
  readonly point: string;
  readonly quantity?: TestCurve["quantity"];
};

/** The file of a metering point known by its name. */
export function namedCurveFile(operation: TestOperation, { point: name, quantity, ...curve }: NamedCurve) {
  const { prm, roles } = operation.point(name);
  const usual = roles.includes("producer") ? "injection" : "withdrawal";
  return testCurveFile({ identifier: prm, quantity: quantity ?? usual, ...curve });
}

/** Imports curves that must all be good. */
export async function importTestCurves(operation: TestOperation, curves: readonly NamedCurve[]): Promise<TestImport> {
  const imported = await importTestFiles(
    operation,
    curves.map((curve) => namedCurveFile(operation, curve)),
  );
  if (imported.status !== "done") throw new Error(`refused: ${JSON.stringify(imported.problems)}`);
  return imported;
}
