import type { Actor, AuthorizedCollectivityId, AuthorizedOperationId } from "@/lib/data/scope";

/** Whoever types a command on the machine of the installation acts for the installation itself. */
export const OPERATOR: Actor = { userId: null, via: "cli" };

/** The one place where a command turns an id it was given, or has just made, into a proven scope. */
export const operatorScope = {
  actor: OPERATOR,
  authorizeCollectivity: (id: string) => id as AuthorizedCollectivityId,
  authorizeOperation: (id: string) => id as AuthorizedOperationId,
};
