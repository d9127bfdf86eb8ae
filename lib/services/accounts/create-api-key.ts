import "server-only";
import { insertApiKey } from "@/lib/data/api-key-writing";
import { findOperationForUser } from "@/lib/data/operations";
import type { Actor } from "@/lib/data/scope";
import type { ApiKeyScope } from "@/lib/domain/access/api-key-terms";
import { DomainError } from "@/lib/domain/errors";
import { newApiKeySecret } from "./new-api-key-secret";

const DAY_MS = 86_400_000;

export type ApiKeyRequest = {
  readonly name: string;
  readonly scope: ApiKeyScope;
  /** Slugs or ACC numbers; none: wherever its owner may act. */
  readonly operations?: readonly string[];
  /** [days] Null: until it is revoked. */
  readonly days: number | null;
};

/**
 * Makes a key that acts in a user's name.
 *
 * @returns The key itself, in clear, for the only time: a hash of it is stored.
 * @throws {DomainError} UNKNOWN_KEY_OPERATION for an operation that the user cannot open.
 */
export async function createApiKey(
  userId: string,
  { name, scope, operations = [], days }: ApiKeyRequest,
  actor: Actor,
  now: Date,
): Promise<{ readonly id: string; readonly key: string }> {
  const operationIds = operations.length === 0 ? null : await findOperationIds(userId, operations);
  const expiresAt = days === null ? null : new Date(now.getTime() + days * DAY_MS);
  const { key, kept } = newApiKeySecret();
  const { id } = await insertApiKey(userId, { name, scope, operationIds, expiresAt }, kept, actor);
  return { id, key };
}

async function findOperationIds(userId: string, addresses: readonly string[]): Promise<readonly string[]> {
  const found = await Promise.all(addresses.map((address) => findOperationForUser(userId, address)));
  const ids = found.map((operation) => {
    if (!operation) {
      const details = { field: "operations" };
      throw new DomainError("UNKNOWN_KEY_OPERATION", "a key is limited to an unknown operation", { details });
    }
    return operation.id;
  });
  return [...new Set(ids)];
}
