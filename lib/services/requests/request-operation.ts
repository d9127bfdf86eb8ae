import type { OperationSheet } from "@/lib/data/operations";
import type { AuthorizedOperationId } from "@/lib/data/scope";

/** The operation a request is about. */
export type RequestOperation = { readonly id: AuthorizedOperationId; readonly sheet: OperationSheet };
