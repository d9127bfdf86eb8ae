import "server-only";
import { createHash, randomUUID } from "node:crypto";
import { insertQueuedImport } from "@/lib/data/measure-import-writing";
import { enqueueMeasureImport } from "@/lib/data/queue";
import type { Actor, AuthorizedOperationId } from "@/lib/data/scope";
import { NO_ANSWERS } from "@/lib/domain/measures/import-answers";
import type { ImportReport } from "@/lib/domain/measures/import-report";
import { importMeasures } from "./import-measures";
import { inspectMeasures } from "./inspect-measures";
import { weighUploads } from "./list-sources";
import type { Upload } from "./read-import-files";
import { INLINE_BYTES } from "./upload-limits";

export type SubmittedImport =
  | { readonly importId: string; readonly status: "done" | "refused" | "waiting"; readonly report: ImportReport }
  /** Too long for one request: a worker runs it, the import's own page shows its progress. */
  | { readonly importId: string; readonly status: "queued" };

/**
 * Imports an upload at once when it is small, else hands it to a worker.
 *
 * @param isHeld - It is only looked at, and then waits to be confirmed.
 */
export async function submitMeasures(
  operationId: AuthorizedOperationId,
  actor: Actor,
  uploads: readonly Upload[],
  isHeld = false,
): Promise<SubmittedImport> {
  const importId = randomUUID();
  if (weighUploads(uploads) > INLINE_BYTES) {
    const files = uploads.map((upload) => ({ ...upload, sha256: createHash("sha256").update(upload.bytes).digest() }));
    const answers = isHeld ? { ...NO_ANSWERS, isHeld } : null;
    await insertQueuedImport(operationId, { importId, actor, files, answers }, (client) =>
      enqueueMeasureImport(client, { operationId, importId }),
    );
    return { importId, status: "queued" };
  }
  if (!isHeld) return { importId, ...(await importMeasures(operationId, { importId, actor, uploads })) };
  const request = { importId, actor, uploads, answers: NO_ANSWERS, areKept: false };
  const report = await inspectMeasures(operationId, request);
  if (!report) throw new Error("an import that was never there is over");
  return { importId, status: "waiting", report };
}
