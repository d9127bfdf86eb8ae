import "server-only";
import { createHash, randomUUID } from "node:crypto";
import { insertQueuedImport } from "@/lib/data/measure-import-writing";
import { enqueueMeasureImport } from "@/lib/data/queue";
import type { Actor, AuthorizedOperationId } from "@/lib/data/scope";
import type { ImportReport } from "@/lib/domain/measures/import-report";
import { importMeasures } from "./import-measures";
import { listSourceNames } from "./list-sources";
import { INLINE_BYTES } from "./upload-limits";

export type SubmittedImport =
  | { readonly importId: string; readonly status: "done" | "refused"; readonly report: ImportReport }
  /** Too long for one request: a worker runs it, the import's own page shows its progress. */
  | { readonly importId: string; readonly status: "queued" };

/** Imports an upload at once when it is small, else hands it to a worker. */
export async function submitMeasures(
  operationId: AuthorizedOperationId,
  actor: Actor,
  uploads: readonly { readonly name: string; readonly bytes: Uint8Array }[],
): Promise<SubmittedImport> {
  const importId = randomUUID();
  const weight = listSourceNames(uploads).reduce((sum, { unpackedBytes }) => sum + unpackedBytes, 0);
  if (weight <= INLINE_BYTES) {
    return { importId, ...(await importMeasures(operationId, { importId, actor, uploads })) };
  }
  const files = uploads.map((upload) => ({ ...upload, sha256: createHash("sha256").update(upload.bytes).digest() }));
  await insertQueuedImport(operationId, { importId, actor, files }, (client) =>
    enqueueMeasureImport(client, { operationId, importId }),
  );
  return { importId, status: "queued" };
}
