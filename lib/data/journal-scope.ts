import type { AuthorizedCollectivityId, AuthorizedInstanceId, AuthorizedOperationId } from "./scope";

/** Whose trail: one operation's; a collectivity's with all of its operations; what an installation looks through. */
export type JournalScope =
  | { readonly kind: "operation"; readonly id: AuthorizedOperationId }
  | { readonly kind: "collectivity"; readonly id: AuthorizedCollectivityId }
  | { readonly kind: "installation"; readonly id: AuthorizedInstanceId };
