import "server-only";
import { type ApiKeyScope, OVERLAP_DAYS } from "@/lib/domain/access/api-key-terms";
import type { Prisma } from "@/lib/generated/prisma/client";
import { actsInCollectivity } from "./api-keys";
import { insertAuditEvent } from "./audit-events";
import { prisma } from "./prisma";
import type { Actor, AuthorizedCollectivityId } from "./scope";

const DAY_MS = 86_400_000;
const NEVER_FILLED = new Date(0); // its first call finds it full

/** What is kept of a key instead of the key. */
export type KeptSecret = { readonly start: string; readonly keyHash: Uint8Array };

export type NewApiKey = {
  readonly name: string;
  readonly scope: ApiKeyScope;
  /** Null: wherever its owner may act. */
  readonly operationIds: readonly string[] | null;
  readonly expiresAt: Date | null;
};

/** Makes a key of a user; one transaction with its event. */
export async function insertApiKey(
  userId: string,
  key: NewApiKey,
  secret: KeptSecret,
  actor: Actor,
): Promise<{ readonly id: string }> {
  return prisma.$transaction(async (tx) => {
    const id = await createKey(tx, userId, key, secret);
    const entry = { actor, action: "create.api_key", objectType: "api_key", objectId: id } as const;
    await insertAuditEvent({ ...entry, after: { userId, ...termsOf(key) } }, tx);
    return { id };
  });
}

/**
 * Makes a key that takes over from another of the user's, with its settings and its length of life. The former one ends
 * a week later, never later than it would have, or at once.
 *
 * @returns Null when the user has no such key, when it has ended or was replaced before.
 */
export async function replaceApiKeyOfUser(
  userId: string,
  keyId: string,
  secret: KeptSecret,
  { actor, now, endsAtOnce }: { readonly actor: Actor; readonly now: Date; readonly endsAtOnce: boolean },
): Promise<{ readonly id: string } | null> {
  return prisma.$transaction(async (tx) => {
    const expiresAt = new Date(now.getTime() + (endsAtOnce ? 0 : OVERLAP_DAYS * DAY_MS));
    // Claimed first: of two who replace it at once, one does.
    const { count } = await tx.apiKey.updateMany({
      where: { id: keyId, userId, replacedAt: null, OR: [{ expiresAt: null }, { expiresAt: { gt: now } }] },
      data: { replacedAt: now },
    });
    if (count === 0) return null;
    const former = await tx.apiKey.findUniqueOrThrow({ where: { id: keyId }, select: FORMER });
    if (former.expiresAt === null || former.expiresAt > expiresAt) {
      await tx.apiKey.update({ where: { id: keyId }, data: { expiresAt }, select: { id: true } });
    }
    const id = await createKey(tx, userId, successorOf(former, now), secret);
    const entry = { actor, action: "replace.api_key", objectType: "api_key", objectId: keyId } as const;
    await insertAuditEvent({ ...entry, before: { userId }, after: { replacedBy: id, endsAtOnce } }, tx);
    return { id };
  });
}

/** Revokes a key of a user: it opens nothing from now on. False when the user has no such key. */
export async function deleteApiKey(userId: string, keyId: string, actor: Actor): Promise<boolean> {
  return deleteKey({ id: keyId, userId }, actor);
}

/** Revokes a key that acts in a collectivity, whoever made it. False when there is no such key. */
export async function deleteApiKeyOfCollectivity(
  collectivityId: AuthorizedCollectivityId,
  keyId: string,
  actor: Actor,
): Promise<boolean> {
  return deleteKey({ id: keyId, ...(await actsInCollectivity(collectivityId)) }, actor, collectivityId);
}

async function deleteKey(
  where: Prisma.ApiKeyWhereInput & { readonly id: string },
  actor: Actor,
  collectivityId?: AuthorizedCollectivityId,
): Promise<boolean> {
  return prisma.$transaction(async (tx) => {
    const key = await tx.apiKey.findFirst({ where, select: { id: true, userId: true } });
    if (!key) return false;
    const { count } = await tx.apiKey.deleteMany({ where: { id: key.id } });
    if (count === 0) return false;
    const entry = { actor, action: "revoke.api_key", objectType: "api_key", objectId: key.id } as const;
    const before = { userId: key.userId };
    await insertAuditEvent({ ...entry, ...(collectivityId ? { collectivityId } : {}), before }, tx);
    return true;
  });
}

async function createKey(
  tx: Prisma.TransactionClient,
  userId: string,
  { name, scope, operationIds, expiresAt }: NewApiKey,
  { start, keyHash }: KeptSecret,
): Promise<string> {
  const { id } = await tx.apiKey.create({
    data: {
      userId,
      name,
      scope,
      start,
      expiresAt,
      keyHash: new Uint8Array(keyHash),
      allOperations: operationIds === null,
      operations: { create: (operationIds ?? []).map((operationId) => ({ operationId })) },
      callsLeft: 0,
      filledAt: NEVER_FILLED,
    },
    select: { id: true },
  });
  return id;
}

const FORMER = {
  name: true,
  scope: true,
  allOperations: true,
  operations: { select: { operationId: true } },
  createdAt: true,
  expiresAt: true,
} as const;

function successorOf(former: Prisma.ApiKeyGetPayload<{ select: typeof FORMER }>, now: Date): NewApiKey {
  const { name, scope, allOperations, operations, createdAt, expiresAt } = former;
  // A key is made for whole days; it is written a moment after its end was reckoned.
  const days = expiresAt && Math.round((expiresAt.getTime() - createdAt.getTime()) / DAY_MS);
  return {
    name,
    scope,
    operationIds: allOperations ? null : operations.map(({ operationId }) => operationId),
    expiresAt: days === null ? null : new Date(now.getTime() + days * DAY_MS),
  };
}

const termsOf = ({ scope, operationIds, expiresAt }: NewApiKey) => ({
  scope,
  operationIds: operationIds && [...operationIds],
  expiresAt: expiresAt?.toISOString() ?? null,
});
