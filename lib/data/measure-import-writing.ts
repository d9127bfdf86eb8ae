import "server-only";
import type { PoolClient } from "pg";
import type { ImportReport } from "@/lib/domain/measures/import-report";
import type { CivilDate } from "@/lib/domain/time/civil-date";
import type { Period } from "@/lib/domain/time/period";
import type { ImportStatus } from "@/lib/generated/prisma/enums";
import { insertAuditEventWith } from "./audit-events";
import { type NewAnswers, upsertAnswers } from "./import-answers";
import { insertKeptFile } from "./kept-files";
import { type CurveDayVersion, copyCurveDays, findCurveDayVersions, type NewCurveDay } from "./load-curve-days";
import { measuresLock, settlementLock } from "./operation-locks";
import { inLockedTransaction, inTransaction, lockUntilEnd, pool } from "./pg";
import { type CurrentFigure, findCurrentFigures, insertPublishedFigures, type NewFigure } from "./published-figures";
import { enqueueComparisons, enqueueSuspicionSearch } from "./queue";
import type { Actor, AuthorizedOperationId } from "./scope";
import type { StoredAnswers } from "./stored-answers";

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

/** What an import asks before it writes. */
export type ImportReading = {
  readonly findVersions: (
    meteringPointIds: readonly string[],
    period: Period,
  ) => Promise<ReadonlyMap<string, CurveDayVersion>>;
  readonly findImportedCurves: (subjects: readonly string[]) => Promise<ImportedCurves>;
  /** The published figures that stand for periods beginning on these days. */
  readonly findFigures: (firstDays: readonly CivilDate[]) => Promise<ReadonlyMap<string, CurrentFigure>>;
};

export type ImportWriting = ImportReading & {
  readonly copyDays: (days: Iterable<NewCurveDay>) => Promise<void>;
};

/** What is written beside the days. */
export type ImportOutcome = {
  readonly report: ImportReport;
  readonly curves: readonly CurveFileIdentity[];
  readonly figures: readonly NewFigure[];
  readonly answers: NewAnswers;
};

/** The same questions asked of what is written so far, by an import that writes nothing. */
export function importReading(
  operationId: AuthorizedOperationId,
  client: Pick<PoolClient, "query"> = pool,
): ImportReading {
  return {
    findVersions: (ids, period) => findCurveDayVersions(client, operationId, ids, period),
    findImportedCurves: (subjects) => findImportedCurves(client, operationId, subjects),
    findFigures: (firstDays) => findCurrentFigures(client, operationId, firstDays),
  };
}

/** Says that what was read must not be written: rolls the import back and keeps its report. */
export class ImportRefused extends Error {
  readonly report: ImportReport;
  constructor(report: ImportReport) {
    super("import refused");
    this.report = report;
  }
}

export type WrittenImport = { readonly status: "done" | "refused"; readonly report: ImportReport };

/**
 * Runs one import as one transaction: its days, its figures, its files, its row and its audit event are kept, or none.
 *
 * Imports of one operation wait for each other. When `body` throws ImportRefused nothing of
 * its days remains, but the refusal itself is recorded with the files and the report.
 *
 * @param files - Those that are not kept yet.
 * @returns The report of `body`, and whether it was written; of an import that is over already, what it was.
 */
export async function writeMeasureImport(
  operationId: AuthorizedOperationId,
  { importId, actor, files }: { importId: string; actor: Actor; files: readonly ReceivedFile[] },
  body: (writing: ImportWriting) => Promise<ImportOutcome>,
): Promise<WrittenImport> {
  try {
    return await inLockedTransaction(measuresLock(operationId), async (client) => {
      const over = await findImportOver(client, operationId, importId);
      if (over) return over;
      const { report, curves, figures, answers } = await body({
        ...importReading(operationId, client),
        copyDays: (days) => copyCurveDays(client, operationId, importId, days),
      });
      await lockUntilEnd(client, settlementLock(operationId));
      await recordImport(client, operationId, { importId, actor, files, report, status: "done" });
      await insertPublishedFigures(client, operationId, importId, figures);
      await upsertAnswers(client, operationId, actor, answers);
      await insertImportedCurves(client, operationId, importId, curves);
      await updateChangedDays(client, operationId, importId);
      await enqueueSuspicionSearch(client, { operationId, importId });
      await enqueueComparisons(client, { operationId });
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

/** Dates the first and the last day that an import wrote: which settled periods it may touch. */
export async function updateChangedDays(
  client: PoolClient,
  operationId: AuthorizedOperationId,
  importId: string,
): Promise<void> {
  await client.query(
    `UPDATE measure_import i SET changed_from = d.first, changed_to = d.last
       FROM (SELECT min(day) AS first, max(day) AS last FROM load_curve_day
              WHERE operation_id = $1 AND import_id = $2) d
      WHERE i.operation_id = $1 AND i.id = $2`,
    [operationId, importId],
  );
}

async function findImportOver(
  client: PoolClient,
  operationId: AuthorizedOperationId,
  importId: string,
): Promise<WrittenImport | null> {
  const { rows } = await client.query<WrittenImport>(
    `SELECT status::text, report FROM measure_import
      WHERE operation_id = $1 AND id = $2 AND status IN ('done', 'refused') AND report IS NOT NULL`,
    [operationId, importId],
  );
  return rows[0] ?? null;
}

/** Keeps the files of an import that a worker will run, together with the job that says so. */
export async function insertQueuedImport(
  operationId: AuthorizedOperationId,
  { answers = null, ...received }: Received & { readonly answers?: StoredAnswers | null },
  enqueue: (client: PoolClient) => Promise<void>,
): Promise<void> {
  await inTransaction(async (client) => {
    await upsertImport(client, operationId, { ...received, answers, status: "queued", report: null });
    await enqueue(client);
  });
}

type Received = {
  readonly importId: string;
  readonly actor: Actor;
  /** Those that are not kept yet. */
  readonly files: readonly ReceivedFile[];
};

type Recorded = Received & {
  readonly status: ImportStatus;
  readonly report: ImportReport | null;
  /** Left as they are when absent. */
  readonly answers?: StoredAnswers | null;
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
export async function upsertImport(
  client: PoolClient,
  operationId: AuthorizedOperationId,
  { importId, actor, files, status, report, answers = null }: Recorded,
): Promise<boolean> {
  const isOver = status === "done" || status === "refused";
  const { rowCount } = await client.query(
    `INSERT INTO measure_import
       (operation_id, id, status, created_by, via, finished_at, files_done, files_total, report, answers)
     VALUES ($1, $2, $3, $4, $5, CASE WHEN $6 THEN clock_timestamp() END, $7, $7, $8, $9)
     ON CONFLICT (operation_id, id) DO UPDATE SET status = excluded.status, finished_at = excluded.finished_at,
       files_done = excluded.files_done, files_total = excluded.files_total, report = excluded.report,
       answers = coalesce(measure_import.answers || excluded.answers, excluded.answers, measure_import.answers)
       WHERE measure_import.status NOT IN ('done', 'refused', 'cancelled')`,
    [
      operationId,
      importId,
      status,
      actor.userId,
      actor.via,
      isOver,
      report?.totals.fileCount ?? 0,
      report && JSON.stringify(report),
      answers && JSON.stringify(answers),
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
  client: Pick<PoolClient, "query">,
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
