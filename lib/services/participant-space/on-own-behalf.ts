import type { AuthorizedOperationId, OwnParticipant } from "@/lib/data/scope";

/**
 * The operation of a proven participant, for what is made of more than his own rows: a statement is cut out of a whole
 * run. Only services of this folder call it; each gives out what is his alone.
 */
export function onOwnBehalf({ operationId }: OwnParticipant): AuthorizedOperationId {
  return operationId as AuthorizedOperationId;
}
