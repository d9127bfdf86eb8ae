import "server-only";
import { findPendingImport, updateImportProgress } from "@/lib/data/measure-imports";
import type { AuthorizedOperationId } from "@/lib/data/scope";
import { NO_ANSWERS } from "@/lib/domain/measures/import-answers";
import { log } from "@/lib/log";
import { importMeasures } from "./import-measures";
import { inspectMeasures } from "./inspect-measures";

const PROGRESS_MS = 500;

/**
 * Runs an import whose files are already kept: writes it, or only looks at it when it has still to be confirmed.
 *
 * Taken up again after a crash it doubles nothing: either its transaction was committed, and there is nothing left to
 * do, or nothing of it remains.
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
  const { actor, files: uploads, answers } = pending;
  const request = { importId, actor, uploads, answers: answers ?? NO_ANSWERS, areKept: true };
  if (answers?.isHeld) await inspectMeasures(operationId, request, tell);
  else await importMeasures(operationId, request, tell);
}
