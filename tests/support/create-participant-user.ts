import { randomUUID } from "node:crypto";
import { hashPassword } from "better-auth/crypto";
import { operatorScope } from "@/lib/cli/operator-scope";
import { insertParticipantAccess } from "@/lib/data/participant-accesses";
import type { AuthorizedOperationId } from "@/lib/data/scope";
import { insertAccount } from "@/lib/data/users";
import { TEST_PASSWORD, TestUser } from "./create-test-collectivity";

// Slow on purpose: once for all accounts.
let passwordHash: Promise<string> | undefined;

/** An account of no collectivity that opens the space of these participants of an operation. */
export async function createParticipantUser(
  operationId: AuthorizedOperationId,
  ...participantIds: readonly string[]
): Promise<TestUser> {
  passwordHash ??= hashPassword(TEST_PASSWORD);
  const email = `participant-${randomUUID()}@habitant.test`;
  const account = { email, name: "Personne des tests (participant)", passwordHash: await passwordHash };
  const userId = await insertAccount(null, account, operatorScope.actor);
  if (!userId) throw new Error(`${email} has an account already`);
  for (const participantId of participantIds) {
    await insertParticipantAccess(operationId, operatorScope.actor, { participantId, userId });
  }
  return new TestUser(userId, email);
}
