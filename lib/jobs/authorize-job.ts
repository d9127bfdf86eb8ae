import "server-only";
import type { AuthorizedOperationId } from "@/lib/data/scope";

/**
 * The one place where a job's operation becomes a proven scope: an authorised request stored it in the queue, or the
 * nightly retention found it beside the person or the abandoned upload it reviews, or the daily effect beside the request
 * or the change of contacts or of tenant whose day has come, or a new version beside runs that it prices otherwise, or the morning's digest through the memberships of its reader.
 */
export function authorizeJob({ operationId }: { readonly operationId: string }): AuthorizedOperationId {
  return operationId as AuthorizedOperationId;
}
