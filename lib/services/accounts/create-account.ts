import "server-only";
import { hashPassword } from "better-auth/crypto";
import type { Actor } from "@/lib/data/scope";
import { insertAccount } from "@/lib/data/users";
import type { MembershipRole } from "@/lib/generated/prisma/enums";

/**
 * Creates an account, in a collectivity or, for an auditor and for who manages the installation, in none; one e-mail
 * address is one account.
 */
export async function createAccount(
  collectivityId: string | null,
  account: {
    readonly email: string;
    readonly name: string;
    readonly password: string;
    readonly role: MembershipRole | "instance" | null;
  },
  actor: Actor,
): Promise<{ readonly status: "created" | "exists" }> {
  const passwordHash = await hashPassword(account.password);
  const { role, ...user } = account;
  const id = await insertAccount(rightOf(collectivityId, role), { ...user, passwordHash }, actor);
  return { status: id ? "created" : "exists" };
}

function rightOf(collectivityId: string | null, role: MembershipRole | "instance" | null) {
  if (role === "instance") return role;
  return collectivityId !== null && role !== null ? { collectivityId, role } : null;
}
