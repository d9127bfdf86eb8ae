import "server-only";
import { findPendingImport, updateImportProgress } from "@/lib/data/measure-imports";
import type { AuthorizedOperationId } from "@/lib/data/scope";
import { log } from "@/lib/log";
import { importMeasures } from "./import-measures";

const PROGRESS_MS = 500;

/**
 * Runs an import whose files are already kept. Taken up again after a crash it doubles nothing:
 * either its transaction was committed, and there is nothing left to do, or nothing of it remains.
 */
export async function runQueuedImport(operationId: AuthorizedOperationId, importId: string): Promise<void> {
  const pending = await findPendingImport(operationId, importId);
  if (!pending) return;
  let toldAt = 0;
  const tell = (filesDone: number, filesTotal: number) => {
    if (Date.now() - toldAt < PROGRESS_MS) return;
    toldAt = Date.now();
    // Progress is a courtesy: an import does not fail because it could not be told.
    updateImportProgress(operationId, importId, { filesDone, filesTotal }).catch((error) =>
      log.warn({ err: error, importId }, "progress not stored"),
    );
  };
  await importMeasures(operationId, { importId, actor: pending.actor, uploads: pending.files }, tell);
}
