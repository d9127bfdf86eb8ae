import "server-only";
import type { PoolClient } from "pg";
import type { ImportReport } from "@/lib/domain/measures/import-report";
import { insertAuditEventWith } from "./audit-events";
import { type ReceivedFile, upsertImport } from "./measure-import-writing";
import { inTransaction } from "./pg";
import type { Actor, AuthorizedOperationId } from "./scope";
import type { StoredAnswers } from "./stored-answers";

/** An import that was looked at, to be confirmed or abandoned. */
export type WaitingImport = {
  readonly importId: string;
  readonly actor: Actor;
  /** Those that are not kept yet. */
  readonly files: readonly ReceivedFile[];
  readonly answers: StoredAnswers;
  readonly report: ImportReport;
};

/** Keeps what an import would do; false when it is over, or confirmed, in the meantime. */
export async function upsertWaitingImport(
  operationId: AuthorizedOperationId,
  waiting: WaitingImport,
): Promise<boolean> {
  return inTransaction(async (client) => {
    const { importId, actor } = waiting;
    const { rows } = await client.query<{ isHeld: boolean | null }>(
      `SELECT (answers->>'isHeld')::boolean AS "isHeld" FROM measure_import
        WHERE operation_id = $1 AND id = $2 FOR UPDATE`,
      [operationId, importId],
    );
    const [found] = rows;
    if (found && found.isHeld !== true) return false;
    const isStored = await upsertImport(client, operationId, { ...waiting, status: "waiting" });
    if (!isStored) return false;
    const entry = { operationId, actor, objectType: "measure_import", objectId: importId } as const;
    await insertAuditEventWith(client, { ...entry, action: "hold.measures", after: waiting.report.totals });
    return true;
  });
}

/**
 * Takes an import that waits out of its wait, to be written or looked at again: it is queued, with what its sender
 * said since. False when it does not wait.
 *
 * @param enqueue - Runs in the same transaction.
 */
export function claimWaitingImport(
  operationId: AuthorizedOperationId,
  { importId, actor, answers }: { readonly importId: string; readonly actor: Actor; readonly answers: StoredAnswers },
  enqueue: (client: PoolClient) => Promise<void>,
): Promise<boolean> {
  return inTransaction(async (client) => {
    // What was asked of the DSO stays beside what is now said.
    const { rowCount } = await client.query(
      `UPDATE measure_import SET status = 'queued', answers = coalesce(answers, '{}') || $3::jsonb, files_done = 0
        WHERE operation_id = $1 AND id = $2 AND status = 'waiting'`,
      [operationId, importId, JSON.stringify(answers)],
    );
    if (rowCount === 0) return false;
    if (!answers.isHeld) {
      const entry = { operationId, actor, objectType: "measure_import", objectId: importId } as const;
      await insertAuditEventWith(client, { ...entry, action: "confirm.measures" });
    }
    await enqueue(client);
    return true;
  });
}

/** Gives an import up before it is written; its files are kept for a while. False when it does not wait. */
export function cancelWaitingImport(
  operationId: AuthorizedOperationId,
  actor: Actor,
  importId: string,
): Promise<boolean> {
  return inTransaction(async (client) => {
    const { rowCount } = await client.query(
      `UPDATE measure_import SET status = 'cancelled', finished_at = clock_timestamp()
        WHERE operation_id = $1 AND id = $2 AND status = 'waiting'`,
      [operationId, importId],
    );
    if (rowCount === 0) return false;
    const entry = { operationId, actor, objectType: "measure_import", objectId: importId } as const;
    await insertAuditEventWith(client, { ...entry, action: "cancel.measures" });
    return true;
  });
}
