import "server-only";
import { updateImportFailed } from "@/lib/data/measure-imports";
import type { AuthorizedOperationId } from "@/lib/data/scope";

/** Tells the people who wait for a queued import that it will not come; nothing of it was written. */
export function giveUpImport(operationId: AuthorizedOperationId, importId: string): Promise<void> {
  return updateImportFailed(operationId, importId);
}
