import "server-only";
import { insertAuditEvent } from "./audit-events";
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

/** Whether somebody writes for a collectivity, or in one of its operations, that asks for a second factor. */
export async function isTwoFactorDue(userId: string): Promise<boolean> {
  const writes = { userId, role: { in: ["admin", "officer"] as ("admin" | "officer")[] } };
  const found = await prisma.collectivity.findFirst({
    where: {
      requiresTwoFactor: true,
      OR: [{ memberships: { some: writes } }, { operations: { some: { roles: { some: writes } } } }],
    },
    select: { id: true },
  });
  return found !== null;
}
