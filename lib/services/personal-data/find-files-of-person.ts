import "server-only";
import { findKeptFile } from "@/lib/data/kept-files";
import type { Person } from "@/lib/data/personal-data";
import { listPapersOf } from "@/lib/data/personal-data-correspondence";
import {
  type ImportReference,
  listImportsThatMayName,
  listRequestFilesThatMayName,
  listSharedDocuments,
  listWorkbooks,
} from "@/lib/data/personal-data-files";
import type { AuthorizedOperationId } from "@/lib/data/scope";
import type { ImportedFileReport, ImportReport } from "@/lib/domain/measures/import-report";
import { baseName } from "@/lib/formats/base-name";
import { fileNamesPerson } from "./file-names-person";
import { namingTexts } from "./naming-texts";
import { holdsText, redactImportReport } from "./redact-import-report";

export type FileOfPerson = {
  readonly kind: "annex_2" | "measures" | "consent" | "complaint" | "request";
  readonly name: string;
  /** Hexadecimal. */
  readonly sha256: string;
  /** When it was received; of a consent, unknown. */
  readonly receivedAt: Date | null;
};

/** Every kept file, file name and report that names a person. */
export type FilesOfPerson = {
  /** Whose content names him, each once a reference. */
  readonly files: readonly FileOfPerson[];
  readonly workbookNames: readonly { readonly perimeterChangeId: string }[];
  readonly importFileNames: readonly { readonly importId: string; readonly position: number }[];
  /** Reports that name him, as they read without him. */
  readonly reports: readonly { readonly importId: string; readonly report: ImportReport }[];
};

/**
 * Finds what was received about a person: annexe 2 workbooks that list him, files of his curves, archives that hold
 * them, and files nobody could attribute, which are opened and searched.
 */
export async function findFilesOfPerson(operationId: AuthorizedOperationId, person: Person): Promise<FilesOfPerson> {
  const texts = namingTexts(person);
  const isInFile = async (sha256: string) => {
    const file = await findKeptFile(operationId, sha256);
    return file?.kind === "kept" && fileNamesPerson(file.bytes, texts);
  };
  const workbooks = await listWorkbooks(operationId);
  const namingWorkbooks = await keepIf(workbooks, ({ sha256 }) => isInFile(sha256));
  const pointIds = person.points.map(({ id }) => id);
  const requestFiles = await keepIf(
    await listRequestFilesThatMayName(operationId, pointIds),
    async ({ kind, sha256 }) => kind === "letter" || (await isInFile(sha256)),
  );
  const shared = person.points.filter(({ days }) => days !== null);
  const imports = await listImportsThatMayName(operationId, pointIds, texts);
  const measureFiles: FileOfPerson[] = [];
  for (const received of imports) {
    const naming = await keepIf(
      received.files.filter(({ isPurged }) => !isPurged),
      async ({ name, sha256 }) => saysReport(received, name, texts, shared) ?? (await isInFile(sha256)),
    );
    const { createdAt: receivedAt } = received;
    measureFiles.push(...naming.map(({ name, sha256 }) => ({ kind: "measures" as const, name, sha256, receivedAt })));
  }
  return {
    files: [
      ...namingWorkbooks.map(({ name, sha256, createdAt: receivedAt }) => {
        return { kind: "annex_2" as const, name, sha256, receivedAt };
      }),
      ...measureFiles,
      ...requestFiles.map(({ name, sha256, createdAt: receivedAt }) => {
        return { kind: "request" as const, name, sha256, receivedAt };
      }),
      ...(await listConsentFiles(operationId, person)),
      ...(await listPapersOf(operationId, person.id)).map((paper) => ({ kind: "complaint" as const, ...paper })),
    ],
    workbookNames: workbooks.filter(({ name }) => holdsText(name, texts)),
    importFileNames: imports.flatMap(({ importId, files }) =>
      files.filter(({ name }) => holdsText(name, texts)).map(({ position }) => ({ importId, position })),
    ),
    reports: imports.flatMap(({ importId, report }) => {
      const redacted = report && redactImportReport(report, texts);
      return redacted ? [{ importId, report: redacted }] : [];
    }),
  };
}

/** Whether a file names him, as far as its name and its report tell; null when it has to be opened. */
function saysReport(
  { report }: ImportReference,
  name: string,
  texts: readonly string[],
  shared: Person["points"],
): boolean | null {
  if (holdsText(name, texts)) return true;
  const own = report?.files.filter((file) => (file.archive ?? file.name) === baseName(name)) ?? [];
  if (holdsText(own, texts) || own.some((file) => shared.some((point) => hasHisDays(file, point)))) return true;
  return own.length > 0 && own.every(({ prm }) => prm !== null) ? false : null;
}

/** Whether the curve of a file has days on which a metering point that changed hands was his. */
function hasHisDays({ prm, firstDay, lastDay }: ImportedFileReport, point: Person["points"][number]): boolean {
  if (prm !== point.prm || firstDay === null || lastDay === null) return false;
  return (point.days ?? []).some(
    ({ from, toExclusive }) => from <= lastDay && (toExclusive === null || toExclusive > firstDay),
  );
}

/** A document that other participants' consents rest on too is kept for them, as long as they are. */
async function listConsentFiles(operationId: AuthorizedOperationId, { id, consents }: Person): Promise<FileOfPerson[]> {
  const documents = consents.flatMap(({ fileName, sha256 }) =>
    sha256 === null ? [] : [{ kind: "consent" as const, name: fileName ?? "Document", sha256, receivedAt: null }],
  );
  const shared = await listSharedDocuments(
    operationId,
    id,
    documents.map(({ sha256 }) => sha256),
  );
  return documents.filter(({ sha256 }) => !shared.has(sha256));
}

// One at a time: only one file is in memory.
async function keepIf<T>(items: readonly T[], isKept: (item: T) => Promise<boolean>): Promise<T[]> {
  const kept: T[] = [];
  for (const item of items) if (await isKept(item)) kept.push(item);
  return kept;
}
