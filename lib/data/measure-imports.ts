import "server-only";
import type { ImportReport } from "@/lib/domain/measures/import-report";
import type { ImportStatus } from "@/lib/generated/prisma/enums";
import { insertAuditEvent } from "./audit-events";
import { listFilesOfImport } from "./kept-files";
import { pool } from "./pg";
import { prisma } from "./prisma";
import type { Actor, AuthorizedOperationId } from "./scope";

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
};

const IMPORTS_PER_PAGE = 50;

/** The files of an import still to be run; null when it is over or unknown. */
export async function findPendingImport(
  operationId: AuthorizedOperationId,
  importId: string,
): Promise<{ readonly actor: Actor; readonly files: Awaited<ReturnType<typeof listFilesOfImport>> } | null> {
  const row = await prisma.measureImport.findUnique({
    where: { operationId_id: { operationId, id: importId } },
    select: { status: true, createdBy: true, via: true },
  });
  if (!row || (row.status !== "queued" && row.status !== "running")) return null;
  const files = await listFilesOfImport(pool, operationId, importId);
  return { actor: { userId: row.createdBy, via: row.via }, files };
}

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
  const [found] = await withNames([row]);
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
  return withNames(rows);
}

type Row = Awaited<ReturnType<typeof prisma.measureImport.findMany<{ select: typeof ROW }>>>[number];

async function withNames(rows: readonly Row[]): Promise<readonly MeasureImport[]> {
  const userIds = [...new Set(rows.flatMap(({ createdBy }) => createdBy ?? []))];
  const users = await prisma.user.findMany({ where: { id: { in: userIds } }, select: { id: true, name: true } });
  const names = new Map(users.map(({ id, name }) => [id, name]));
  return rows.map(({ createdBy, files, report, ...row }) => ({
    ...row,
    createdByName: (createdBy && names.get(createdBy)) ?? null,
    fileNames: files.map(({ name }) => name),
    report: report as ImportReport | null, // written by recordImport from this very type
  }));
}
