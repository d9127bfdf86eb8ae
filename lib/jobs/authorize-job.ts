import "server-only";
import type { AuthorizedOperationId } from "@/lib/data/scope";

/** The one place where a job's operation becomes a proven scope: an authorised request stored it in the queue. */
export function authorizeJob({ operationId }: { readonly operationId: string }): AuthorizedOperationId {
  return operationId as AuthorizedOperationId;
}
