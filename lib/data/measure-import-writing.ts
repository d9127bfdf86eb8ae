import "server-only";
import type { PoolClient } from "pg";
import type { ImportReport } from "@/lib/domain/measures/import-report";
import type { Period } from "@/lib/domain/time/period";
import type { ImportStatus } from "@/lib/generated/prisma/enums";
import { insertAuditEventWith } from "./audit-events";
import { insertKeptFile } from "./kept-files";
import { type CurveDayVersion, copyCurveDays, findCurveDayVersions, type NewCurveDay } from "./load-curve-days";
import { measuresLock, settlementLock } from "./operation-locks";
import { inLockedTransaction, inTransaction, lockUntilEnd } from "./pg";
import { enqueueSuspicionSearch } from "./queue";
import type { Actor, AuthorizedOperationId } from "./scope";

/** A file as it was handed in. */
export type ReceivedFile = { readonly name: string; readonly bytes: Uint8Array; readonly sha256: Uint8Array };

/** A curve file, to recognise it when it comes again. */
export type CurveFileIdentity = {
  /** What the file is about: PRM, days, quantity. Two meters may have the same bytes. */
  readonly subject: string;
  /** Hexadecimal. */
  readonly sha256: string;
};

export const curveFileKey = ({ subject, sha256 }: CurveFileIdentity): string => `${subject}|${sha256}`;

/** Curve files already written, by curve-file key, with when. */
export type ImportedCurves = ReadonlyMap<string, Date>;

/** What an import reads before it writes, and the two ways it can write. */
export type ImportWriting = {
  readonly findVersions: (
    meteringPointIds: readonly string[],
    period: Period,
  ) => Promise<ReadonlyMap<string, CurveDayVersion>>;
  readonly findImportedCurves: (subjects: readonly string[]) => Promise<ImportedCurves>;
  readonly copyDays: (days: Iterable<NewCurveDay>) => Promise<void>;
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
  body: (writing: ImportWriting) => Promise<{ report: ImportReport; curves: readonly CurveFileIdentity[] }>,
): Promise<{ readonly status: "done" | "refused"; readonly report: ImportReport }> {
  try {
    return await inLockedTransaction(measuresLock(operationId), async (client) => {
      const { report, curves } = await body({
        findVersions: (ids, period) => findCurveDayVersions(client, operationId, ids, period),
        findImportedCurves: (subjects) => findImportedCurves(client, operationId, subjects),
        copyDays: (days) => copyCurveDays(client, operationId, importId, days),
      });
      await lockUntilEnd(client, settlementLock(operationId));
      await recordImport(client, operationId, { importId, actor, files, report, status: "done" });
      await insertImportedCurves(client, operationId, importId, curves);
      await client.query(
        `UPDATE measure_import i SET changed_from = d.first, changed_to = d.last
           FROM (SELECT min(day) AS first, max(day) AS last FROM load_curve_day
                  WHERE operation_id = $1 AND import_id = $2) d
          WHERE i.operation_id = $1 AND i.id = $2`,
        [operationId, importId],
      );
      await enqueueSuspicionSearch(client, { operationId, importId });
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

type Recorded = {
  importId: string;
  actor: Actor;
  files: readonly ReceivedFile[];
  status: ImportStatus;
  report: ImportReport | null;
};

// A job may be taken up twice; what the first run recorded stays.
async function recordImport(
  client: PoolClient,
  operationId: AuthorizedOperationId,
  recorded: Recorded & { report: ImportReport },
): Promise<void> {
  if (!(await upsertImport(client, operationId, recorded))) return;
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

/** False, and nothing written, when the import is over already. */
async function upsertImport(
  client: PoolClient,
  operationId: AuthorizedOperationId,
  { importId, actor, files, status, report }: Recorded,
): Promise<boolean> {
  const isOver = status === "done" || status === "refused";
  const { rowCount } = await client.query(
    `INSERT INTO measure_import
       (operation_id, id, status, created_by, via, finished_at, files_done, files_total, report)
     VALUES ($1, $2, $3, $4, $5, CASE WHEN $6 THEN clock_timestamp() END, $7, $7, $8)
     ON CONFLICT (operation_id, id) DO UPDATE SET status = excluded.status, finished_at = excluded.finished_at,
       files_done = excluded.files_done, files_total = excluded.files_total, report = excluded.report
       WHERE measure_import.status NOT IN ('done', 'refused')`,
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
  if (rowCount === 0) return false;
  for (const [position, { name, bytes, sha256 }] of files.entries()) {
    await insertKeptFile(client, operationId, sha256, bytes);
    await client.query(
      `INSERT INTO measure_import_file (operation_id, import_id, position, name, sha256)
       VALUES ($1, $2, $3, $4, $5) ON CONFLICT DO NOTHING`,
      [operationId, importId, position, name, Buffer.from(sha256)],
    );
  }
  return true;
}

async function findImportedCurves(
  client: PoolClient,
  operationId: AuthorizedOperationId,
  subjects: readonly string[],
): Promise<ImportedCurves> {
  const { rows } = await client.query<{ subject: string; sha256: string; imported_at: Date }>(
    `SELECT subject, encode(sha256, 'hex') AS sha256, imported_at FROM imported_curve
      WHERE operation_id = $1 AND subject = ANY($2::text[])`,
    [operationId, subjects],
  );
  return new Map(rows.map(({ imported_at, ...identity }) => [curveFileKey(identity), imported_at]));
}

async function insertImportedCurves(
  client: PoolClient,
  operationId: AuthorizedOperationId,
  importId: string,
  curves: readonly CurveFileIdentity[],
): Promise<void> {
  await client.query(
    `INSERT INTO imported_curve (operation_id, import_id, subject, sha256)
     SELECT $1, $2, c.subject, decode(c.sha256, 'hex')
       FROM unnest($3::text[], $4::text[]) AS c(subject, sha256) ON CONFLICT DO NOTHING`,
    [operationId, importId, curves.map(({ subject }) => subject), curves.map(({ sha256 }) => sha256)],
  );
}
