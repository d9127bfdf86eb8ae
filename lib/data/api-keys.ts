import "server-only";
import type { ApiKeyScope } from "@/lib/domain/access/api-key-terms";
import type { Prisma } from "@/lib/generated/prisma/client";
import { prisma } from "./prisma";
import type { AuthorizedCollectivityId } from "./scope";

export type ApiKeySheet = {
  readonly id: string;
  readonly name: string;
  /** First characters, to tell keys apart. */
  readonly start: string;
  readonly scope: ApiKeyScope;
  /** Names of the operations it is limited to; null: wherever its owner may act. */
  readonly operations: readonly string[] | null;
  readonly createdAt: Date;
  /** Null: until it is revoked. */
  readonly expiresAt: Date | null;
  readonly lastUsedAt: Date | null;
  /** Another key took over. */
  readonly isReplaced: boolean;
};

const SHEET = {
  id: true,
  name: true,
  start: true,
  scope: true,
  allOperations: true,
  operations: { select: { operation: { select: { name: true } } }, orderBy: { operation: { name: "asc" } } },
  createdAt: true,
  expiresAt: true,
  lastUsedAt: true,
  replacedAt: true,
} as const;

type SheetRow = Omit<ApiKeySheet, "operations" | "isReplaced"> & {
  readonly allOperations: boolean;
  readonly operations: readonly { readonly operation: { readonly name: string } }[];
  readonly replacedAt: Date | null;
};

const toSheet = ({ allOperations, operations, replacedAt, ...key }: SheetRow): ApiKeySheet => ({
  ...key,
  operations: allOperations ? null : operations.map(({ operation }) => operation.name),
  isReplaced: replacedAt !== null,
});

/** The keys that act in a user's name, latest first. */
export async function listApiKeysOfUser(userId: string): Promise<readonly ApiKeySheet[]> {
  const keys = await prisma.apiKey.findMany({
    where: { userId },
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
    select: SHEET,
  });
  return keys.map(toSheet);
}

/**
 * What makes a key one that acts in a collectivity: its owner has a role there, in an operation at least, and the key
 * is not limited to operations elsewhere; or he audits the climate plan now, which a limited key does not open.
 */
export async function actsInCollectivity(
  collectivityId: AuthorizedCollectivityId,
): Promise<{ readonly OR: Prisma.ApiKeyWhereInput[] }> {
  const audits = await prisma.climateAudit.findMany({
    where: { collectivityId, auditorId: { not: null }, startedAt: { not: null }, validatedAt: null, closedAt: null },
    select: { auditorId: true },
  });
  const hasRole: Prisma.UserWhereInput = {
    OR: [
      { memberships: { some: { collectivityId } } },
      { operationRoles: { some: { operation: { collectivityId } } } },
    ],
  };
  return {
    OR: [
      { user: hasRole, OR: [{ allOperations: true }, { operations: { some: { operation: { collectivityId } } } }] },
      { userId: { in: audits.flatMap(({ auditorId }) => auditorId ?? []) }, allOperations: true },
    ],
  };
}

export type CollectivityKeySheet = ApiKeySheet & {
  readonly owner: string;
  /** Limited to operations of other collectivities too, which are not named here. */
  readonly isElsewhereToo: boolean;
};

/** The keys that act in a collectivity, with their owner, by his name, and of their operations those of the collectivity. */
export async function listApiKeysOfCollectivity(
  collectivityId: AuthorizedCollectivityId,
): Promise<readonly CollectivityKeySheet[]> {
  const keys = await prisma.apiKey.findMany({
    where: await actsInCollectivity(collectivityId),
    orderBy: [{ user: { name: "asc" } }, { createdAt: "desc" }, { id: "desc" }],
    select: {
      ...SHEET,
      operations: { ...SHEET.operations, where: { operation: { collectivityId } } },
      user: { select: { name: true } },
      _count: { select: { operations: true } },
    },
  });
  return keys.map(({ user, _count, ...key }) => ({
    ...toSheet(key),
    owner: user.name,
    isElsewhereToo: _count.operations > key.operations.length,
  }));
}
