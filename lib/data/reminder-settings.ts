import "server-only";
import type { DigestFrequency } from "@/lib/domain/deadlines/is-digest-day";
import { insertAuditEvent } from "./audit-events";
import { prisma } from "./prisma";
import type { Actor } from "./scope";

/** How often a user is sent what is to do; `off` until he says. */
export async function findDigestFrequency(userId: string): Promise<DigestFrequency> {
  const setting = await prisma.reminderSetting.findUnique({ where: { userId }, select: { digest: true } });
  return setting?.digest ?? "off";
}

/** One transaction, with its audit event; the same choice again leaves none. */
export async function writeDigestFrequency(userId: string, actor: Actor, digest: DigestFrequency): Promise<void> {
  await prisma.$transaction(async (tx) => {
    const before = (await tx.reminderSetting.findUnique({ where: { userId }, select: { digest: true } }))?.digest;
    if ((before ?? "off") === digest) return;
    const update = { digest, updatedAt: new Date() };
    await tx.reminderSetting.upsert({
      where: { userId },
      create: { userId, digest },
      update,
      select: { userId: true },
    });
    const entry = { actor, action: "update.reminders", objectType: "user", objectId: userId } as const;
    await insertAuditEvent({ ...entry, before: { digest: before ?? "off" }, after: { digest } }, tx);
  });
}
