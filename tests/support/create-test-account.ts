import { randomUUID } from "node:crypto";
import { hashPassword } from "better-auth/crypto";
import { operatorScope } from "@/lib/cli/operator-scope";
import { insertAccount } from "@/lib/data/users";
import { TEST_PASSWORD, TestUser } from "./create-test-collectivity";

/** An account that belongs to nothing. */
export async function createTestAccount(name: string): Promise<TestUser> {
  const email = `${randomUUID()}@commune.test`;
  const account = { email, name: `Personne des tests (${name})`, passwordHash: await hashPassword(TEST_PASSWORD) };
  const id = await insertAccount(null, account, operatorScope.actor);
  if (!id) throw new Error(`${email} has an account already`);
  return new TestUser(id, email);
}
