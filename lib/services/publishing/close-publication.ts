import "server-only";
import { listPublicationDecisions } from "@/lib/data/publications";
import type { Actor, AuthorizedOperationId } from "@/lib/data/scope";
import { changePublication } from "./change-publication";

/** Closes the public page of an operation where it is open; what it said is kept for the next time. */
export async function closePublication(operationId: AuthorizedOperationId, actor: Actor): Promise<void> {
  const [decision] = await listPublicationDecisions(operationId);
  if (!decision?.isOn) return;
  const { sentence, isIndexed } = decision;
  await changePublication(operationId, actor, { isOn: false, sentence, isIndexed });
}
