/**
 * An operation id that access control has proven for a caller.
 *
 * Made in lib/server/access.ts from a request, and for work without a request in
 * the one minting function of lib/jobs and of lib/cli. Nothing else may cast to it.
 */
export type AuthorizedOperationId = string & { readonly __brand: "AuthorizedOperationId" };

/** A collectivity id proven the same way. */
export type AuthorizedCollectivityId = string & { readonly __brand: "AuthorizedCollectivityId" };

/** Who acts, as the audit trail records it. */
export type Actor = {
  /** Null for the installation itself. */
  readonly userId: string | null;
  readonly via: "session" | "api_key" | "job" | "cli";
};
