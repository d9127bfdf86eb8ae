import type { ImportedFileReport, ImportReport, ReportedProblem } from "@/lib/domain/measures/import-report";

/** What stands for the name of a file that named a person. */
export const ERASED_FILE_NAME = "Fichier effacé";

const ERASED_MESSAGE = "Message effacé : il nommait une personne dont les données ont été effacées.";

/** Whether a value, as it is stored, holds one of the texts. */
export const holdsText = (value: unknown, texts: readonly string[]): boolean => {
  const stored = JSON.stringify(value);
  return texts.some((text) => stored.includes(JSON.stringify(text).slice(1, -1)));
};

/** The report of an import without what names a person: counts and days stay; null when it names him nowhere. */
export function redactImportReport(report: ImportReport, texts: readonly string[]): ImportReport | null {
  if (!holdsText(report, texts)) return null;
  const namesNobody = (part: unknown) => !holdsText(part, texts);
  return {
    ...report,
    files: report.files.map((file) => redactFile(file, texts)),
    questions: report.questions.filter(namesNobody),
    changes: report.changes.filter(namesNobody),
  };
}

function redactFile(file: ImportedFileReport, texts: readonly string[]): ImportedFileReport {
  if (!holdsText(file, texts)) return file;
  return {
    ...file,
    key: holdsText(file.key, texts) ? ERASED_FILE_NAME : file.key,
    name: holdsText(file.name, texts) ? ERASED_FILE_NAME : file.name,
    archive: file.archive !== null && holdsText(file.archive, texts) ? ERASED_FILE_NAME : file.archive,
    prm: holdsText(file.prm, texts) ? null : file.prm,
    problems: file.problems.map((problem) => redactProblem(problem, texts)),
  };
}

function redactProblem(problem: ReportedProblem, texts: readonly string[]): ReportedProblem {
  if (!holdsText(problem, texts)) return problem;
  const { severity, code } = problem;
  return { severity, code, message: ERASED_MESSAGE };
}
