import "server-only";
import { Prisma } from "@/lib/generated/prisma/client";
import { insertAuditEvent } from "./audit-events";
import { prisma } from "./prisma";
import type { Actor } from "./scope";
import { endSessions } from "./sessions";

export type StoredTwoFactor = {
  readonly id: string;
  readonly userId: string;
  /** Encrypted, as are the codes. */
  readonly secret: string;
  readonly backupCodes: string;
  readonly createdAt: Date;
};

export type NewTwoFactor = Pick<StoredTwoFactor, "secret" | "backupCodes"> & {
  /** Of the code that was right. */
  readonly lastStep: number;
};

const SHEET = { id: true, userId: true, secret: true, backupCodes: true, createdAt: true } as const;
const UNIQUE_VIOLATION = "P2002";

/** The second factor of a user, encrypted; null when he has none. */
export async function findTwoFactor(userId: string): Promise<StoredTwoFactor | null> {
  return prisma.twoFactor.findUnique({ where: { userId }, select: SHEET });
}

/**
 * Gives a user his second factor, and ends the sessions that were opened without it.
 *
 * @param keptSessionId - The one in which he showed that he has it.
 * @returns False when he has one already.
 */
export async function insertTwoFactor(
  userId: string,
  factor: NewTwoFactor,
  keptSessionId: string,
  actor: Actor,
): Promise<boolean> {
  try {
    await prisma.$transaction(async (tx) => {
      await tx.twoFactor.create({ data: { ...factor, userId }, select: { id: true } });
      await tx.user.update({ where: { id: userId }, data: { twoFactorEnabled: true }, select: { id: true } });
      const endedSessions = await endSessions(tx, userId, keptSessionId);
      const entry = { actor, action: "enable.two_factor", objectType: "user", objectId: userId } as const;
      await insertAuditEvent({ ...entry, after: { endedSessions } }, tx);
    });
    return true;
  } catch (error) {
    if (error instanceof Prisma.PrismaClientKnownRequestError && error.code === UNIQUE_VIOLATION) return false;
    throw error;
  }
}

/** Takes a user's second factor away, at his own wish. False when he has none. */
export async function deleteTwoFactor(userId: string, actor: Actor): Promise<boolean> {
  return prisma.$transaction(async (tx) => {
    if (!(await forgetTwoFactor(tx, userId))) return false;
    const entry = { actor, action: "disable.two_factor", objectType: "user", objectId: userId } as const;
    await insertAuditEvent(entry, tx);
    return true;
  });
}

/**
 * The same by somebody who manages the account: whoever holds a session of it is put out.
 *
 * @returns Its owner, who is to be told; null when he had none.
 */
export async function resetTwoFactorOf(
  userId: string,
  actor: Actor,
): Promise<{ readonly name: string; readonly email: string } | null> {
  return prisma.$transaction(async (tx) => {
    if (!(await forgetTwoFactor(tx, userId))) return null;
    const endedSessions = await endSessions(tx, userId, null);
    const entry = { actor, action: "reset.two_factor", objectType: "user", objectId: userId } as const;
    await insertAuditEvent({ ...entry, after: { endedSessions } }, tx);
    return tx.user.findUniqueOrThrow({ where: { id: userId }, select: { name: true, email: true } });
  });
}

/** Puts new recovery codes in the place of those left. False when the user has no second factor. */
export async function replaceRecoveryCodes(userId: string, backupCodes: string, actor: Actor): Promise<boolean> {
  return prisma.$transaction(async (tx) => {
    const { count } = await tx.twoFactor.updateMany({ where: { userId }, data: { backupCodes } });
    if (count === 0) return false;
    const entry = { actor, action: "renew.recovery_codes", objectType: "user", objectId: userId } as const;
    await insertAuditEvent(entry, tx);
    return true;
  });
}

/** Takes one recovery code off the list. False when the list is no longer the one that was read. */
export async function spendRecoveryCode(
  userId: string,
  { from, to }: { readonly from: string; readonly to: string },
  actor: Actor,
): Promise<boolean> {
  return prisma.$transaction(async (tx) => {
    const where = { userId, backupCodes: from };
    const { count } = await tx.twoFactor.updateMany({ where, data: { backupCodes: to } });
    if (count === 0) return false;
    await insertAuditEvent({ actor, action: "use.recovery_code", objectType: "user", objectId: userId }, tx);
    return true;
  });
}

/** Takes the half-minute of a right code: true once only, whoever comes first. */
export async function claimTotpStep(userId: string, step: number): Promise<boolean> {
  const { count } = await prisma.twoFactor.updateMany({
    where: { userId, OR: [{ lastStep: null }, { lastStep: { lt: step } }] },
    data: { lastStep: step },
  });
  return count === 1;
}

/** Every second factor, to be encrypted anew. */
export async function listTwoFactors(): Promise<readonly StoredTwoFactor[]> {
  return prisma.twoFactor.findMany({ orderBy: { id: "asc" }, select: SHEET });
}

/** Stores the same secret and codes under another key, unless they changed meanwhile. */
export async function reencryptTwoFactor(
  { id, secret, backupCodes }: StoredTwoFactor,
  renewed: { readonly secret: string; readonly backupCodes: string },
): Promise<boolean> {
  const { count } = await prisma.twoFactor.updateMany({ where: { id, secret, backupCodes }, data: renewed });
  return count === 1;
}

/** Of the sign-in under way that a cookie names: whose it is, while it lasts. */
export async function findChallengedUser(identifier: string, now: Date): Promise<string | null> {
  const challenge = await prisma.verification.findFirst({
    where: { identifier, expiresAt: { gt: now } },
    select: { value: true },
  });
  return challenge?.value ?? null;
}

async function forgetTwoFactor(tx: Prisma.TransactionClient, userId: string): Promise<boolean> {
  const { count } = await tx.twoFactor.deleteMany({ where: { userId } });
  await tx.user.updateMany({ where: { id: userId }, data: { twoFactorEnabled: false } });
  return count === 1;
}
