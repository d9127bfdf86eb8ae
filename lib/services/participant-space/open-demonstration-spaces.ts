import "server-only";
import { listOperationsOfCollectivity } from "@/lib/data/operations";
import { insertParticipantAccess } from "@/lib/data/participant-accesses";
import { listPossibleHolders } from "@/lib/data/participants";
import type { Actor, AuthorizedCollectivityId, AuthorizedOperationId } from "@/lib/data/scope";
import { findUserByEmail } from "@/lib/data/users";

/** Opens the space of every participant of the demonstration to one account: a visitor sees who consumes and who produces. */
export async function openDemonstrationSpaces(
  collectivityId: AuthorizedCollectivityId,
  authorizeOperation: (id: string) => AuthorizedOperationId,
  actor: Actor,
  email: string,
): Promise<void> {
  const user = await findUserByEmail(email);
  if (!user) throw new Error(`${email} has no account`);
  for (const { id } of await listOperationsOfCollectivity(collectivityId)) {
    const operationId = authorizeOperation(id);
    for (const { id: participantId } of await listPossibleHolders(operationId)) {
      await insertParticipantAccess(operationId, actor, { participantId, userId: user.id });
    }
  }
}
