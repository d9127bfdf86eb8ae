import "server-only";
import type { Prisma } from "@/lib/generated/prisma/client";
import { insertAuditEvent } from "./audit-events";
import { SINGLE_SIGN_ON } from "./identities";
import { prisma } from "./prisma";
import type { Actor, AuthorizedCollectivityId } from "./scope";

/** Whether a collectivity asks its administrators and officers for a second factor. */
export async function readTwoFactorDuty(collectivityId: AuthorizedCollectivityId): Promise<boolean> {
  const { requiresTwoFactor } = await prisma.collectivity.findUniqueOrThrow({
    where: { id: collectivityId },
    select: { requiresTwoFactor: true },
  });
  return requiresTwoFactor;
}

/** Asks them for it, or no longer. */
export async function updateTwoFactorDuty(
  collectivityId: AuthorizedCollectivityId,
  isRequired: boolean,
  actor: Actor,
): Promise<void> {
  await prisma.$transaction(async (tx) => {
    const where = { id: collectivityId, requiresTwoFactor: !isRequired };
    const { count } = await tx.collectivity.updateMany({ where, data: { requiresTwoFactor: isRequired } });
    if (count === 0) return;
    const entry = { collectivityId, actor, action: "require.two_factor", objectType: "collectivity" } as const;
    const [before, after] = [{ isRequired: !isRequired }, { isRequired }];
    await insertAuditEvent({ ...entry, objectId: collectivityId, before, after }, tx);
  });
}

/**
 * Whether somebody without a second factor writes for a collectivity, or in one of its operations, that asks for one. Who
 * can sign in through the provider of single sign-on only is asked for it there, and owes none here.
 */
export async function isTwoFactorDue(userId: string): Promise<boolean> {
  const writes = { userId, role: { in: ["admin", "officer"] as ("admin" | "officer")[] }, user: WITHOUT_SECOND_FACTOR };
  const found = await prisma.collectivity.findFirst({
    where: {
      requiresTwoFactor: true,
      OR: [{ memberships: { some: writes } }, { operations: { some: { roles: { some: writes } } } }],
    },
    select: { id: true },
  });
  return found !== null;
}

const WITHOUT_SECOND_FACTOR = {
  twoFactorEnabled: false,
  OR: [
    { accounts: { none: { providerId: SINGLE_SIGN_ON } } },
    { accounts: { some: { providerId: { not: SINGLE_SIGN_ON }, password: { not: null } } } },
  ],
} satisfies Prisma.UserWhereInput;
