import { operatorScope } from "@/lib/cli/operator-scope";
import { insertParticipantAccess } from "@/lib/data/participant-accesses";
import type { AuthorizedOperationId } from "@/lib/data/scope";
import { createTestAccount, type TestUser } from "./create-test-collectivity";

/** An account of no collectivity that opens the space of these participants of an operation. */
export async function createParticipantUser(
  operationId: AuthorizedOperationId,
  ...participantIds: readonly string[]
): Promise<TestUser> {
  const user = await createTestAccount(null, "participant");
  for (const participantId of participantIds) {
    await insertParticipantAccess(operationId, operatorScope.actor, { participantId, userId: user.id });
  }
  return user;
}
