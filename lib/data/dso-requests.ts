import "server-only";
import { createHash } from "node:crypto";
import type { PoolClient } from "pg";
import type { DsoFailure, DsoRequest } from "@/lib/domain/measures/dso-request";
import { type ImportAnswers, NO_ANSWERS } from "@/lib/domain/measures/import-answers";
import { insertAuditEventWith } from "./audit-events";
import { insertKeptFile } from "./kept-files";
import { dsoRequestsLock } from "./operation-locks";
import { inLockedTransaction, inTransaction, pool } from "./pg";
import type { Actor, AuthorizedOperationId } from "./scope";
import type { StoredAnswers } from "./stored-answers";

/**
 * Opens an import whose files are to be asked of the DSO, together with the job that asks.
 *
 * @returns Its id; that of the one which asks for the same period already, where there is one.
 */
export function insertDsoRequest(
  operationId: AuthorizedOperationId,
  { importId, actor, request }: { readonly importId: string; readonly actor: Actor; readonly request: DsoRequest },
  enqueue: (client: PoolClient) => Promise<void>,
): Promise<string> {
  return inLockedTransaction(dsoRequestsLock(operationId), async (client) => {
    const { from, toExclusive } = request.period;
    const { rows } = await client.query<{ id: string }>(
      `SELECT id FROM measure_import
        WHERE operation_id = $1 AND status IN ('queued', 'running') AND answers->'request'->'period'->>'from' = $2`,
      [operationId, from],
    );
    const [open] = rows;
    if (open) return open.id;
    const answers: StoredAnswers = { ...NO_ANSWERS, isHeld: true, request };
    await client.query(
      `INSERT INTO measure_import (operation_id, id, status, created_by, via, files_total, answers)
       VALUES ($1, $2, 'queued', $3, $4, $5, $6)`,
      [operationId, importId, actor.userId, actor.via, request.points.length, JSON.stringify(answers)],
    );
    const entry = { operationId, actor, objectType: "measure_import", objectId: importId } as const;
    const after = { from, toExclusive, pointCount: request.points.length };
    await insertAuditEventWith(client, { ...entry, action: "request.measures", after });
    await enqueue(client);
    return importId;
  });
}

/** A request that is not over, and how far it is. */
export type OpenDsoRequest = {
  readonly request: DsoRequest;
  /** The places in `points` that are answered, or failed. */
  readonly donePositions: ReadonlySet<number>;
};

/** Null when the import is over, waits for its sender, or asks nothing of the DSO. */
export async function findOpenDsoRequest(
  operationId: AuthorizedOperationId,
  importId: string,
): Promise<OpenDsoRequest | null> {
  const { rows } = await pool.query<{ answers: StoredAnswers; positions: number[] }>(
    `SELECT i.answers, ARRAY(SELECT f.position FROM measure_import_file f
                              WHERE f.operation_id = i.operation_id AND f.import_id = i.id) AS positions
       FROM measure_import i WHERE i.operation_id = $1 AND i.id = $2 AND i.status IN ('queued', 'running')`,
    [operationId, importId],
  );
  const request = rows[0]?.answers?.request;
  if (!request) return null;
  return { request, donePositions: listDone(rows[0]?.positions ?? [], request) };
}

/** What a request has always asked and not got, whatever its import has become; null when it asks nothing of the DSO. */
export async function findDsoRequest(operationId: AuthorizedOperationId, importId: string): Promise<DsoRequest | null> {
  const { rows } = await pool.query<{ request: DsoRequest | null }>(
    "SELECT answers->'request' AS request FROM measure_import WHERE operation_id = $1 AND id = $2",
    [operationId, importId],
  );
  return rows[0]?.request ?? null;
}

/** What came of asking for some metering points of a request. */
export type DsoOutcome = {
  readonly files?: readonly { readonly position: number; readonly name: string; readonly bytes: Uint8Array }[];
  readonly failures?: readonly DsoFailure[];
  /** What is known of the files beside what they say. */
  readonly answers?: ImportAnswers;
};

/** Keeps what was answered, or not, as soon as it is known; a place keeps its first file. False when it is all over. */
export function recordDsoOutcome(
  operationId: AuthorizedOperationId,
  importId: string,
  { files = [], failures = [], answers = NO_ANSWERS }: DsoOutcome,
): Promise<boolean> {
  return inTransaction(async (client) => {
    const { rows } = await client.query<{ answers: StoredAnswers }>(
      `SELECT answers FROM measure_import
        WHERE operation_id = $1 AND id = $2 AND status IN ('queued', 'running') FOR UPDATE`,
      [operationId, importId],
    );
    const stored = rows[0]?.answers;
    if (!stored?.request) return false;
    for (const { position, name, bytes } of files) {
      const sha256 = createHash("sha256").update(bytes).digest();
      await insertKeptFile(client, operationId, sha256, bytes);
      await client.query(
        `INSERT INTO measure_import_file (operation_id, import_id, position, name, sha256)
         VALUES ($1, $2, $3, $4, $5) ON CONFLICT DO NOTHING`,
        [operationId, importId, position, name, sha256],
      );
    }
    await updateRequest(client, operationId, importId, {
      ...stored,
      kinds: { ...stored.kinds, ...answers.kinds },
      replies: { ...stored.replies, ...answers.replies },
      request: addFailures(stored.request, failures),
    });
    return true;
  });
}

async function updateRequest(
  client: PoolClient,
  operationId: AuthorizedOperationId,
  importId: string,
  answers: StoredAnswers & { readonly request: DsoRequest },
): Promise<void> {
  const { rows } = await client.query<{ position: number }>(
    "SELECT position FROM measure_import_file WHERE operation_id = $1 AND import_id = $2",
    [operationId, importId],
  );
  const done = listDone(
    rows.map(({ position }) => position),
    answers.request,
  );
  await client.query(
    `UPDATE measure_import SET status = 'running', files_done = $3, answers = $4 WHERE operation_id = $1 AND id = $2`,
    [operationId, importId, done.size, JSON.stringify(answers)],
  );
}

function addFailures(request: DsoRequest, failures: readonly DsoFailure[]): DsoRequest {
  const known = new Set(request.failures.map(({ position }) => position));
  return { ...request, failures: [...request.failures, ...failures.filter(({ position }) => !known.has(position))] };
}

function listDone(filePositions: readonly number[], { failures }: DsoRequest): ReadonlySet<number> {
  return new Set([...filePositions, ...failures.map(({ position }) => position)]);
}
