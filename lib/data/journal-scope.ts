import type { AuthorizedCollectivityId, AuthorizedInstanceId, AuthorizedOperationId } from "./scope";

/** Whose trail: one operation's; a collectivity's with all of its operations; what an installation looks through. */
export type JournalScope =
  | {
      readonly kind: "operation";
      readonly id: AuthorizedOperationId;
      /** Whether the reader may know participants; to others, what one of them did in his own space is a participant's. */
      readonly mayReadWords: boolean;
    }
  | { readonly kind: "collectivity"; readonly id: AuthorizedCollectivityId }
  | { readonly kind: "installation"; readonly id: AuthorizedInstanceId };
