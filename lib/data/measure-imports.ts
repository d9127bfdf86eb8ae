import "server-only";
import type { PoolClient } from "pg";
import type { ImportReport } from "@/lib/domain/measures/import-report";
import type { ImportStatus } from "@/lib/generated/prisma/enums";
import { insertAuditEventWith } from "./audit-events";
import { insertKeptFile, listFilesOfImport } from "./kept-files";
import { copyCurveDays, findCurveDayVersions, type NewCurveDay } from "./load-curve-days";
import { inTransaction, pool } from "./pg";
import { prisma } from "./prisma";
import type { Actor, AuthorizedOperationId } from "./scope";

/** A file as it was handed in. */
export type ReceivedFile = { readonly name: string; readonly bytes: Uint8Array; readonly sha256: Uint8Array };

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

/** Curve files already written, by the SHA-256 of their bytes in hexadecimal. */
export type ImportedCurves = ReadonlyMap<string, { readonly importedAt: Date }>;

/** What an import reads before it writes, and the two ways it can write. */
export type ImportWriting = {
  findVersions: (
    ...args: [meteringPointIds: readonly string[], period: Parameters<typeof findCurveDayVersions>[3]]
  ) => ReturnType<typeof findCurveDayVersions>;
  findImportedCurves: (digests: readonly string[]) => Promise<ImportedCurves>;
  copyDays: (days: Iterable<NewCurveDay>) => Promise<void>;
};

/** Says that what was read must not be written: rolls the import back and keeps its report. */
export class ImportRefused extends Error {
  readonly report: ImportReport;
  constructor(report: ImportReport) {
    super("import refused");
    this.report = report;
  }
}

/**
 * Runs one import as one transaction: its days, its files, its row and its audit event are kept, or none.
 *
 * Imports of one operation wait for each other. When `body` throws ImportRefused nothing of
 * its days remains, but the refusal itself is recorded with the files and the report.
 *
 * @returns The report of `body`, and whether it was written.
 */
export async function writeMeasureImport(
  operationId: AuthorizedOperationId,
  { importId, actor, files }: { importId: string; actor: Actor; files: readonly ReceivedFile[] },
  body: (writing: ImportWriting) => Promise<{ report: ImportReport; curves: readonly WrittenCurve[] }>,
): Promise<{ readonly status: "done" | "refused"; readonly report: ImportReport }> {
  try {
    return await inTransaction(async (client) => {
      await client.query("SELECT pg_advisory_xact_lock(hashtextextended($1, 0))", [`measures:${operationId}`]);
      const { report, curves } = await body({
        findVersions: (ids, period) => findCurveDayVersions(client, operationId, ids, period),
        findImportedCurves: (digests) => findImportedCurves(client, operationId, digests),
        copyDays: (days) => copyCurveDays(client, operationId, importId, days),
      });
      await recordImport(client, operationId, { importId, actor, files, report, status: "done" });
      await insertImportedCurves(client, operationId, importId, curves);
      return { status: "done", report };
    });
  } catch (error) {
    if (!(error instanceof ImportRefused)) throw error;
    const { report } = error;
    await inTransaction((client) =>
      recordImport(client, operationId, { importId, actor, files, report, status: "refused" }),
    );
    return { status: "refused", report };
  }
}

/** A curve file that was written, to recognise it when it comes again. */
export type WrittenCurve = { readonly name: string; readonly digest: string };

/** Keeps the files of an import that a worker will run, together with the job that says so. */
export async function insertQueuedImport(
  operationId: AuthorizedOperationId,
  { importId, actor, files }: { importId: string; actor: Actor; files: readonly ReceivedFile[] },
  enqueue: (client: PoolClient) => Promise<void>,
): Promise<void> {
  await inTransaction(async (client) => {
    await upsertImport(client, operationId, { importId, actor, files, status: "queued", report: null });
    await enqueue(client);
  });
}

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
  await prisma.measureImport.updateMany({
    where: { operationId, id: importId, status: { in: ["queued", "running"] } },
    data: { status: "failed", finishedAt: new Date() },
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

type Recorded = {
  importId: string;
  actor: Actor;
  files: readonly ReceivedFile[];
  status: ImportStatus;
  report: ImportReport | null;
};

async function recordImport(
  client: PoolClient,
  operationId: AuthorizedOperationId,
  recorded: Recorded & { report: ImportReport },
): Promise<void> {
  await upsertImport(client, operationId, recorded);
  const { importId, actor, status, report } = recorded;
  await insertAuditEventWith(client, {
    operationId,
    actor,
    action: status === "done" ? "import.measures" : "refuse.measures",
    objectType: "measure_import",
    objectId: importId,
    after: report.totals,
  });
}

async function upsertImport(
  client: PoolClient,
  operationId: AuthorizedOperationId,
  { importId, actor, files, status, report }: Recorded,
): Promise<void> {
  const isOver = status === "done" || status === "refused";
  await client.query(
    `INSERT INTO measure_import
       (operation_id, id, status, created_by, via, finished_at, files_done, files_total, report)
     VALUES ($1, $2, $3, $4, $5, CASE WHEN $6 THEN now() END, $7, $7, $8)
     ON CONFLICT (operation_id, id) DO UPDATE SET status = excluded.status, finished_at = excluded.finished_at,
       files_done = excluded.files_done, files_total = excluded.files_total, report = excluded.report`,
    [
      operationId,
      importId,
      status,
      actor.userId,
      actor.via,
      isOver,
      report?.files.length ?? 0,
      report && JSON.stringify(report),
    ],
  );
  for (const [position, { name, bytes, sha256 }] of files.entries()) {
    await insertKeptFile(client, operationId, sha256, bytes);
    await client.query(
      `INSERT INTO measure_import_file (operation_id, import_id, position, name, sha256)
       VALUES ($1, $2, $3, $4, $5) ON CONFLICT DO NOTHING`,
      [operationId, importId, position, name, Buffer.from(sha256)],
    );
  }
}

async function findImportedCurves(
  client: PoolClient,
  operationId: AuthorizedOperationId,
  digests: readonly string[],
): Promise<ImportedCurves> {
  const { rows } = await client.query<{ digest: string; imported_at: Date }>(
    `SELECT encode(sha256, 'hex') AS digest, imported_at FROM imported_curve
      WHERE operation_id = $1 AND sha256 = ANY(SELECT decode(d, 'hex') FROM unnest($2::text[]) d)`,
    [operationId, digests],
  );
  return new Map(rows.map(({ digest, imported_at }) => [digest, { importedAt: imported_at }]));
}

async function insertImportedCurves(
  client: PoolClient,
  operationId: AuthorizedOperationId,
  importId: string,
  curves: readonly WrittenCurve[],
): Promise<void> {
  await client.query(
    `INSERT INTO imported_curve (operation_id, sha256, import_id, name)
     SELECT $1, decode(c.digest, 'hex'), $2, c.name
       FROM unnest($3::text[], $4::text[]) AS c(digest, name) ON CONFLICT DO NOTHING`,
    [operationId, importId, curves.map(({ digest }) => digest), curves.map(({ name }) => name)],
  );
}
