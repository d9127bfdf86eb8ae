import "server-only";
import { hashPassword } from "better-auth/crypto";
import type { Actor } from "@/lib/data/scope";
import { insertMember } from "@/lib/data/users";
import type { MembershipRole } from "@/lib/generated/prisma/enums";

/** Creates an account in a collectivity; one e-mail address is one account. */
export async function createAccount(
  collectivityId: string,
  account: { readonly email: string; readonly name: string; readonly password: string; readonly role: MembershipRole },
  actor: Actor,
): Promise<{ readonly status: "created" | "exists" }> {
  const passwordHash = await hashPassword(account.password);
  const id = await insertMember(collectivityId, account.role, { ...account, passwordHash }, actor);
  return { status: id ? "created" : "exists" };
}
