import "server-only";
import { type PublicationDecision, writePublication } from "@/lib/data/publications";
import type { Actor, AuthorizedOperationId } from "@/lib/data/scope";
import { publishMonths } from "./publish-months";

/**
 * Switches the public page of an operation on or off, or changes what it says. Off, it is gone with the transaction; on,
 * every closed period is judged in it.
 */
export async function changePublication(
  operationId: AuthorizedOperationId,
  actor: Actor,
  decision: PublicationDecision,
): Promise<void> {
  await writePublication(operationId, actor, async (writing) => {
    await writing.decide(decision);
    if (decision.isOn) await publishMonths(writing);
  });
}
