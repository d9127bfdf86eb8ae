import "server-only";
import { listAbandonedUploads, purgeAbandonedUpload } from "@/lib/data/abandoned-uploads";
import type { Actor, AuthorizedOperationId } from "@/lib/data/scope";
import { ABANDONED_UPLOAD_DAYS } from "@/lib/domain/measures/abandoned-upload-days";
import { addDays, type CivilDate } from "@/lib/domain/time/civil-date";
import { parisMidnightMs } from "@/lib/domain/time/paris-midnight-ms";
import { log } from "@/lib/log";

/** Turns the operation of an upload into a proven scope; the job's entry point holds the right to. */
type Authorize = (upload: { readonly operationId: string }) => AuthorizedOperationId;

/**
 * Empties the files of imports that were abandoned {@link ABANDONED_UPLOAD_DAYS} ago or earlier, in every operation.
 *
 * Bytes that another import, the perimeter or a consent needs stay. Each import is a transaction of its own: stopped at
 * any moment, the next run goes on; one that fails does not stop the others.
 */
export async function purgeAbandonedUploads(
  actor: Actor,
  authorize: Authorize,
  today: CivilDate,
): Promise<{ readonly purgedFiles: number; readonly failed: number }> {
  const before = new Date(parisMidnightMs(addDays(today, 1 - ABANDONED_UPLOAD_DAYS)));
  const counts = { purgedFiles: 0, failed: 0 };
  for (const { operationId, importId } of await listAbandonedUploads(before)) {
    try {
      counts.purgedFiles += await purgeAbandonedUpload(authorize({ operationId }), actor, { importId, before });
    } catch (error) {
      log.error({ err: error, importId }, "the files of an abandoned import could not be emptied");
      counts.failed += 1;
    }
  }
  return counts;
}
