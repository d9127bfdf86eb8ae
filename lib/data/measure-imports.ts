import "server-only";
import type { ImportAnswers } from "@/lib/domain/measures/import-answers";
import type { ImportReport } from "@/lib/domain/measures/import-report";
import type { CivilDate } from "@/lib/domain/time/civil-date";
import type { Period } from "@/lib/domain/time/period";
import type { ImportStatus } from "@/lib/generated/prisma/enums";
import { insertAuditEvent } from "./audit-events";
import { fromDbDate } from "./codecs";
import { listFilesOfImport } from "./kept-files";
import { pool } from "./pg";
import { prisma } from "./prisma";
import type { Actor, AuthorizedOperationId } from "./scope";
import type { StoredAnswers } from "./stored-answers";

export type MeasureImport = {
  readonly id: string;
  readonly status: ImportStatus;
  readonly createdAt: Date;
  readonly finishedAt: Date | null;
  readonly createdByName: string | null;
  readonly filesDone: number;
  readonly filesTotal: number;
  readonly fileNames: readonly string[];
  readonly report: ImportReport | null;
  /** What its sender said of its files; null when nothing was asked. */
  readonly answers: ImportAnswers | null;
  readonly via: Actor["via"];
  /** The import it takes back. */
  readonly undoneId: string | null;
  /** The import that took it back. */
  readonly undoneById: string | null;
  /** The settlement period it asked of the DSO's interface; null for files that were handed in. */
  readonly requestedPeriod: Period | null;
  /** First and last day it wrote. */
  readonly changedFrom: CivilDate | null;
  readonly changedTo: CivilDate | null;
};

const IMPORTS_PER_PAGE = 50;

/** The files of an import still to be run; null when it is over or unknown. */
export async function findPendingImport(
  operationId: AuthorizedOperationId,
  importId: string,
): Promise<PendingImport | null> {
  const row = await prisma.measureImport.findUnique({
    where: { operationId_id: { operationId, id: importId } },
    select: { status: true, createdBy: true, via: true, answers: true },
  });
  if (!row || (row.status !== "queued" && row.status !== "running")) return null;
  const files = await listFilesOfImport(pool, operationId, importId);
  const answers = row.answers as StoredAnswers | null; // written by upsertImport from this very type
  const actor = answers?.saidBy ?? { userId: row.createdBy, via: row.via };
  return { actor, files, answers };
}

/** An import a worker takes up. */
export type PendingImport = {
  /** Who sent it; who answered or confirmed it, once somebody has. */
  readonly actor: Actor;
  readonly files: Awaited<ReturnType<typeof listFilesOfImport>>;
  readonly answers: StoredAnswers | null;
};

/** Progress, visible to everyone while the transaction of the import is still open. */
export async function updateImportProgress(
  operationId: AuthorizedOperationId,
  importId: string,
  { filesDone, filesTotal }: { filesDone: number; filesTotal: number },
): Promise<void> {
  await prisma.measureImport.updateMany({
    where: { operationId, id: importId, status: { in: ["queued", "running"] } },
    data: { status: "running", filesDone, filesTotal },
  });
}

/** Marks an import whose job gave up; nothing of it was written. */
export async function updateImportFailed(operationId: AuthorizedOperationId, importId: string): Promise<void> {
  await prisma.$transaction(async (tx) => {
    const { count } = await tx.measureImport.updateMany({
      where: { operationId, id: importId, status: { in: ["queued", "running"] } },
      data: { status: "failed", finishedAt: new Date() },
    });
    if (count === 0) return;
    const actor: Actor = { userId: null, via: "job" };
    const entry = {
      operationId,
      actor,
      action: "fail.measures",
      objectType: "measure_import",
      objectId: importId,
    } as const;
    await insertAuditEvent(entry, tx);
  });
}

const ROW = {
  id: true,
  status: true,
  createdAt: true,
  finishedAt: true,
  createdBy: true,
  filesDone: true,
  filesTotal: true,
  report: true,
  answers: true,
  via: true,
  undoneId: true,
  changedFrom: true,
  changedTo: true,
  files: { orderBy: { position: "asc" }, select: { name: true } },
} as const;

export async function findMeasureImport(
  operationId: AuthorizedOperationId,
  importId: string,
): Promise<MeasureImport | null> {
  const row = await prisma.measureImport.findUnique({
    where: { operationId_id: { operationId, id: importId } },
    select: ROW,
  });
  if (!row) return null;
  const [found] = await withNames(operationId, [row]);
  return found ?? null;
}

/** The latest imports first. */
export async function listMeasureImports(operationId: AuthorizedOperationId): Promise<readonly MeasureImport[]> {
  const rows = await prisma.measureImport.findMany({
    where: { operationId },
    orderBy: { createdAt: "desc" },
    take: IMPORTS_PER_PAGE,
    select: ROW,
  });
  return withNames(operationId, rows);
}

type Row = Awaited<ReturnType<typeof prisma.measureImport.findMany<{ select: typeof ROW }>>>[number];

async function withNames(operationId: AuthorizedOperationId, rows: readonly Row[]): Promise<readonly MeasureImport[]> {
  const userIds = [...new Set(rows.flatMap(({ createdBy }) => createdBy ?? []))];
  const [users, undoings] = await Promise.all([
    prisma.user.findMany({ where: { id: { in: userIds } }, select: { id: true, name: true } }),
    prisma.measureImport.findMany({
      where: { operationId, undoneId: { in: rows.map(({ id }) => id) } },
      select: { id: true, undoneId: true },
    }),
  ]);
  const names = new Map(users.map(({ id, name }) => [id, name]));
  const undoneBy = new Map(undoings.map(({ id, undoneId }) => [undoneId, id]));
  return rows.map(({ createdBy, files, report, answers, changedFrom, changedTo, ...row }) => ({
    ...row,
    createdByName: (createdBy && names.get(createdBy)) ?? null,
    fileNames: files.map(({ name }) => name),
    report: report as ImportReport | null, // written by recordImport from this very type
    ...toSaid(answers as unknown as StoredAnswers | null), // written by upsertImport and insertDsoRequest from this type
    undoneById: undoneBy.get(row.id) ?? null,
    changedFrom: changedFrom && fromDbDate(changedFrom),
    changedTo: changedTo && fromDbDate(changedTo),
  }));
}

function toSaid(stored: StoredAnswers | null): Pick<MeasureImport, "answers" | "requestedPeriod"> {
  const answers = stored && { kinds: stored.kinds, replies: stored.replies };
  return { answers, requestedPeriod: stored?.request?.period ?? null };
}
