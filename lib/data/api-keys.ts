import "server-only";
import { insertAuditEvent } from "./audit-events";
import { prisma } from "./prisma";
import type { Actor } from "./scope";

export type ApiKeySheet = {
  readonly id: string;
  readonly name: string;
  /** First characters, to tell keys apart. */
  readonly start: string;
  readonly mayWrite: boolean;
  readonly createdAt: Date;
  readonly lastUsedAt: Date | null;
};

/** The keys that act in a user's name, latest first. */
export async function listApiKeysOfUser(userId: string): Promise<readonly ApiKeySheet[]> {
  const keys = await prisma.apiKey.findMany({
    where: { referenceId: userId },
    orderBy: { createdAt: "desc" },
    select: { id: true, name: true, start: true, permissions: true, createdAt: true, lastRequest: true },
  });
  return keys.map(({ permissions, lastRequest, name, start, ...key }) => ({
    ...key,
    name: name ?? "",
    start: start ?? "",
    mayWrite: permissions?.includes('"write"') ?? false,
    lastUsedAt: lastRequest,
  }));
}

/** Revokes a key of a user: it opens nothing from now on. False when the user has no such key. */
export async function deleteApiKey(userId: string, keyId: string, actor: Actor): Promise<boolean> {
  return prisma.$transaction(async (tx) => {
    const { count } = await tx.apiKey.deleteMany({ where: { id: keyId, referenceId: userId } });
    if (count === 0) return false;
    const entry = {
      actor,
      action: "revoke.api_key",
      objectType: "api_key",
      objectId: keyId,
      before: { userId },
    } as const;
    await insertAuditEvent(entry, tx);
    return true;
  });
}
