import "server-only";
import { releaseMeasureDecision } from "@/lib/data/measure-decisions";
import type { Actor, AuthorizedOperationId } from "@/lib/data/scope";

/** Lets a decision go; false when none of this id stands. */
export function releaseDecision(operationId: AuthorizedOperationId, actor: Actor, id: string): Promise<boolean> {
  return releaseMeasureDecision(operationId, actor, id);
}
