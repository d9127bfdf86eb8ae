import "server-only";
import { writeKeys } from "@/lib/data/coefficient-version-writing";
import type { Actor, AuthorizedOperationId } from "@/lib/data/scope";
import { findMovable } from "./find-movable";

/**
 * Takes an announced version back to a draft, or gives a version up before it is sent.
 *
 * @throws {DomainError} UNKNOWN_KEY; KEY_MOVE_REFUSED.
 */
export async function moveKey(
  operationId: AuthorizedOperationId,
  actor: Actor,
  keyId: string,
  move: "reopen" | "give_up",
): Promise<void> {
  await writeKeys(operationId, actor, async (writing) => {
    const { id } = await findMovable(writing, keyId, move);
    await (move === "reopen" ? writing.reopen(id) : writing.giveUp(id));
  });
}
