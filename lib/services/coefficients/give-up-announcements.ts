import "server-only";
import { failWaitingAnnouncements } from "@/lib/data/coefficient-announcement-writing";
import type { AuthorizedOperationId } from "@/lib/data/scope";

/** Marks as failed what no try could send, so that people see it and try again. */
export async function giveUpAnnouncements(operationId: AuthorizedOperationId, keyId: string): Promise<void> {
  await failWaitingAnnouncements(operationId, keyId);
}
