import "server-only";
import type { MembershipRole } from "@/lib/generated/prisma/enums";
import { insertAuditEvent } from "./audit-events";
import { prisma } from "./prisma";
import type { Actor } from "./scope";

export type NewUser = {
  readonly email: string;
  readonly name: string;
  /** As better-auth hashes it. */
  readonly passwordHash: string;
};

export async function findUserByEmail(email: string): Promise<{ readonly id: string; readonly name: string } | null> {
  return prisma.user.findUnique({ where: { email: email.toLowerCase() }, select: { id: true, name: true } });
}

/** The active accounts whose address is of this domain, first made first. */
export async function listUsersOfDomain(
  domain: string,
): Promise<readonly { readonly name: string; readonly email: string }[]> {
  return prisma.user.findMany({
    where: { email: { endsWith: `@${domain}` }, deactivatedAt: null },
    orderBy: { id: "asc" },
    select: { name: true, email: true },
  });
}

/** Whether anybody can sign in yet. */
export async function hasUsers(): Promise<boolean> {
  return (await prisma.user.count({ take: 1 })) > 0;
}

/** Of which collectivity somebody is a member, and as what. */
export type NewMembership = { readonly collectivityId: string; readonly role: MembershipRole };

/** Creates an account that may sign in with a password, as a member of a collectivity; see {@link insertAccount}. */
export async function insertMember(
  collectivityId: string,
  role: MembershipRole,
  user: NewUser,
  actor: Actor,
): Promise<string | null> {
  return insertAccount({ collectivityId, role }, user, actor);
}

/**
 * Creates an account that may sign in with a password. One transaction.
 *
 * @param right - Null for somebody of no collectivity: an auditor, who sees nothing until an audit is confided to him.
 * @returns Null when the address has an account already.
 */
export async function insertAccount(
  right: NewMembership | "instance" | null,
  user: NewUser,
  actor: Actor,
): Promise<string | null> {
  return prisma.$transaction(async (tx) => {
    const membership = right === "instance" ? null : right;
    const isInstanceAdmin = right === "instance";
    const [created] = await tx.user.createManyAndReturn({
      data: [{ email: user.email.toLowerCase(), name: user.name, emailVerified: true, isInstanceAdmin }],
      skipDuplicates: true,
      select: { id: true },
    });
    if (!created) return null;
    const { id } = created;
    if (membership) await tx.membership.create({ data: { ...membership, userId: id }, select: { role: true } });
    // better-auth names a password account after the user it belongs to.
    await tx.account.create({
      data: { userId: id, accountId: id, providerId: "credential", password: user.passwordHash },
      select: { id: true },
    });
    const of = membership && { collectivityId: membership.collectivityId };
    const entry = { ...of, actor, action: "create.account", objectType: "user", objectId: id } as const;
    await insertAuditEvent(
      { ...entry, after: { role: isInstanceAdmin ? "instance" : (membership?.role ?? null) } },
      tx,
    );
    return id;
  });
}

/** The collectivity of this slug, created when it does not exist. */
export async function ensureCollectivity(slug: string, name: string, actor: Actor): Promise<string> {
  return prisma.$transaction(async (tx) => {
    const found = await tx.collectivity.findUnique({ where: { slug }, select: { id: true } });
    if (found) return found.id;
    const { id } = await tx.collectivity.create({ data: { slug, name }, select: { id: true } });
    const entry = { collectivityId: id, actor, action: "create.collectivity", objectType: "collectivity" } as const;
    await insertAuditEvent({ ...entry, objectId: id, after: { slug, name } }, tx);
    return id;
  });
}
