import "server-only";
import { listPublicationDecisions, writePublication } from "@/lib/data/publications";
import type { Actor, AuthorizedOperationId } from "@/lib/data/scope";
import { publishMonths } from "./publish-months";

/** Publishes what was closed since, where the public page of the operation is on. */
export async function publishClosedMonths(operationId: AuthorizedOperationId, actor: Actor): Promise<void> {
  const [decision] = await listPublicationDecisions(operationId);
  if (!decision?.isOn) return;
  await writePublication(operationId, actor, (writing) => publishMonths(operationId, writing));
}
